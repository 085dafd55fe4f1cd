//! Everything the page says, in both languages.

use crate::attributes::Field;
use model::Language;

/// The texts in one language.
pub struct Texts {
    /// The page's title.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// Leads to the page on what a sales manager can do.
    pub manager: &'static str,
    /// Above the choices.
    pub choices: &'static str,
    /// Above the preview.
    pub preview: &'static str,
    /// What the preview is.
    pub preview_lead: &'static str,
    /// Above the snippets.
    pub paste: &'static str,
    /// The three tiers: name, what for, and where it works.
    pub tiers: [[&'static str; 3]; 3],
    /// Copies a snippet.
    pub copy: &'static str,
    /// Said after copying.
    pub copied: &'static str,
    /// The link in the snippets.
    pub open: &'static str,
    /// The frame's title in the snippets.
    pub frame_title: &'static str,
    /// Above the policy lines.
    pub policy: &'static str,
    /// Who needs them.
    pub policy_lead: &'static str,
    /// Above the self-check.
    pub check: &'static str,
    /// How it is done.
    pub check_lead: [&'static str; 3],
    /// Above the check of a custom questionnaire.
    pub custom: &'static str,
    /// What it does.
    pub custom_lead: &'static str,
    /// Chooses a file.
    pub custom_file: &'static str,
    /// Nothing was found.
    pub custom_sound: &'static str,
    /// It would be refused.
    pub custom_refused: &'static str,
    /// It works, with remarks.
    pub custom_remarks: &'static str,
    /// The kinds of remark: warning, hint.
    pub advice: [&'static str; 2],
    /// The colour was changed, on light and on dark.
    pub accent_light: fn(&str) -> String,
    /// The same on dark.
    pub accent_dark: fn(&str) -> String,
    /// What is typed cannot be used.
    pub not_sound: &'static str,
    /// What never happens.
    pub never: &'static str,
}

/// A field's label, its hint, and its options where there are any.
pub fn field(
    field: Field,
    language: Language,
) -> (&'static str, &'static str, &'static [&'static str]) {
    match language {
        Language::Nl => nl_field(field),
        Language::En => en_field(field),
    }
}

/// All texts in a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

fn nl_field(field: Field) -> (&'static str, &'static str, &'static [&'static str]) {
    match field {
        Field::Lang => (
            "Taal",
            "De taal waarin de scan opent. De deelnemer kan altijd wisselen.",
            &["Volgt de browser", "Nederlands", "Engels"],
        ),
        Field::Theme => (
            "Licht of donker",
            "",
            &["Volgt het apparaat", "Licht", "Donker"],
        ),
        Field::Persist => (
            "Bewaren",
            "Hoe lang de antwoorden op het apparaat van de deelnemer blijven staan.",
            &["Op het apparaat", "Tot het tabblad sluit", "Niet"],
        ),
        Field::Share => (
            "Scores delen",
            "Je site mag om de scores vragen. Je krijgt ze alleen na een ja op het scherm, en nooit losse antwoorden.",
            &["Niets", "Vraag om de scores"],
        ),
        Field::Accent => (
            "Kleur",
            "De kleur van knoppen en accenten, zoals #0d5b63.",
            &[],
        ),
        Field::Coach => (
            "Jouw naam",
            "Je naam staat op het eerste scherm en op het afgedrukte resultaat: ‘Aangeboden door …’. Hij staat ook in de vraag of je de scores mag zien.",
            &[],
        ),
        Field::Privacy => (
            "Jouw privacyverklaring",
            "Een adres dat begint met https://.",
            &[],
        ),
        Field::Logo => (
            "Jouw logo",
            "Je logo staat boven de scan. Het staat ook op het afgedrukte resultaat, als zijn server je site toestaat het te lezen (CORS). Geef het adres van een afbeelding, beginnend met https://.",
            &[],
        ),
        Field::Source => (
            "Eigen scan",
            "Het https-adres van jouw JSON-bestand. Laat je dit leeg, dan krijg je de Sales Mindset Scan.",
            &[],
        ),
        Field::Xapi => (
            "Voor een leeromgeving",
            "Een xAPI-bestand dat de deelnemer kan bewaren: alleen dat de scan klaar is en op welke dag, geen scores.",
            &["Nee", "Bied het aan"],
        ),
    }
}

fn en_field(field: Field) -> (&'static str, &'static str, &'static [&'static str]) {
    match field {
        Field::Lang => (
            "Language",
            "The language the scan opens in. Participants can always switch.",
            &["Same as browser", "Dutch", "English"],
        ),
        Field::Theme => ("Light or dark", "", &["Same as device", "Light", "Dark"]),
        Field::Persist => (
            "Keeping",
            "How long the answers stay on the participant’s device.",
            &["On the device", "Until the tab closes", "Not at all"],
        ),
        Field::Share => (
            "Sharing scores",
            "Your site may ask for the scores. You get them only after a yes on screen, and never single answers.",
            &["Nothing", "Ask for the scores"],
        ),
        Field::Accent => (
            "Colour",
            "The colour of buttons and accents, such as #0d5b63.",
            &[],
        ),
        Field::Coach => (
            "Your name",
            "Your name is on the first screen and on the printed result: ‘Offered by …’. It is also in the question whether you may see the scores.",
            &[],
        ),
        Field::Privacy => (
            "Your privacy statement",
            "An address that begins with https://.",
            &[],
        ),
        Field::Logo => (
            "Your logo",
            "Your logo is above the scan. It is also on the printed result, where its server lets your site read it (CORS). Give the address of a picture, beginning with https://.",
            &[],
        ),
        Field::Source => (
            "Your own scan",
            "The https address of your JSON file. Leave empty for the Sales Mindset Scan.",
            &[],
        ),
        Field::Xapi => (
            "For a learning platform",
            "An xAPI file that participants can save: only that the scan is finished and on which day, no scores.",
            &["No", "Offer it"],
        ),
    }
}

static NL: Texts = Texts {
    title: "Zet de scan op je eigen site",
    lead: "Kies hoe hij eruitziet, bekijk het voorbeeld en plak één stukje code in je pagina.",
    manager: "Wat kun jij als salesmanager doen?",
    choices: "Jouw keuzes",
    preview: "Zo wordt het",
    preview_lead: "Dit is de scan zelf, zoals hij op je site komt. Hier wordt niets bewaard.",
    paste: "Plak deze code in je pagina",
    tiers: [
        [
            "Als element",
            "Aanbevolen. De hoogte past zich aan en je site krijgt een seintje als iemand klaar is.",
            "Eigen HTML, en WordPress in een eigen HTML-blok van een beheerder of redacteur. Bij een auteur, in een WordPress-netwerk en achter het filter van Moodle blijft alleen de link erin over.",
        ],
        [
            "Als iframe",
            "Voor sites die scripts weghalen. De hoogte staat vast; je scrolt binnen het kader. Zonder logo, zonder eigen scan, en je site krijgt geen seintje.",
            "In WordPress: beheerders en redacteuren, net als hierboven. Ook bij sitebouwers die een iframe toestaan. Wordt het iframe weggehaald, dan blijft de link erin over.",
        ],
        [
            "Als link",
            "Werkt overal, ook in een e-mail.",
            "Overal, ook in een bericht van een auteur in WordPress en achter het filter van Moodle.",
        ],
    ],
    copy: "Kopieer",
    copied: "Gekopieerd.",
    open: "Open de scan",
    frame_title: "Scan over je mindset in sales",
    policy: "Heeft je site een Content-Security-Policy?",
    policy_lead: "Zet deze bronnen dan bij de regels die er al staan. Heb je er geen, dan is er niets nodig.",
    check: "Werkt het?",
    check_lead: [
        "Open je eigen pagina met #mindset-check achter het adres. Boven de scan staat dan een lijst: wat er is geladen, wat er wordt tegengehouden en waarom.",
        "Zie je geen lijst, dan is het script er niet: je systeem haalt het weg, of je beleid staat het niet toe (script-src).",
        "Blijft er dan alleen een link over, gebruik dan het iframe of de link.",
    ],
    custom: "Een eigen scan controleren",
    custom_lead: "Kies je JSON-bestand. Het wordt hier gecontroleerd, in je eigen browser, en nergens heen gestuurd.",
    custom_file: "Kies een bestand",
    custom_sound: "Alles in orde. Geen opmerkingen.",
    custom_refused: "Deze scan kan nog niet worden gebruikt:",
    custom_remarks: "Deze scan werkt. Hier kan hij beter:",
    advice: ["Let op", "Een suggestie"],
    accent_light: |colour| {
        format!("Op licht wordt het {colour}: de kleur die je koos is daar niet goed te lezen.")
    },
    accent_dark: |colour| {
        format!("Op donker wordt het {colour}: de kleur die je koos is daar niet goed te lezen.")
    },
    not_sound: "Dit kan zo niet worden gebruikt en komt niet in de code.",
    never: "Wat je site nooit krijgt: de antwoorden. Die blijven in de browser van de deelnemer, en die beslist wat er wordt gedeeld. Het resultaat is om van te leren, niet om mensen te beoordelen of te vergelijken.",
};

static EN: Texts = Texts {
    title: "Put the scan on your own site",
    lead: "Choose how it looks, see the preview and paste one snippet of code into your page.",
    manager: "What can you do as a sales manager?",
    choices: "Your choices",
    preview: "Preview",
    preview_lead: "This is the scan itself, as it will appear on your site. Nothing is kept here.",
    paste: "Paste this code into your page",
    tiers: [
        [
            "As an element",
            "Recommended. The height adapts and your site is notified when someone finishes.",
            "Your own HTML, and WordPress in a Custom HTML block of an administrator or editor. With an author, in a WordPress network and behind Moodle’s filter only the link inside remains.",
        ],
        [
            "As an iframe",
            "For sites that strip scripts. The height is fixed and the frame scrolls. No logo, no scan of your own, and your site is not notified.",
            "In WordPress: administrators and editors, as above. Also with site builders that allow an iframe. If the iframe is removed, the link inside remains.",
        ],
        [
            "As a link",
            "Works everywhere, in an email too.",
            "Everywhere, also in an author’s post in WordPress and behind Moodle’s filter.",
        ],
    ],
    copy: "Copy",
    copied: "Copied.",
    open: "Open the scan",
    frame_title: "Scan of your sales mindset",
    policy: "Does your site have a Content-Security-Policy?",
    policy_lead: "Then add these sources to the lines you already have. If you have none, nothing is needed.",
    check: "Is it working?",
    check_lead: [
        "Open your own page with #mindset-check after its address. Above the scan you then see a list: what has loaded, what is blocked, and why.",
        "If you see no list, the script is not there: your system removes it, or your policy does not allow it (script-src).",
        "If only a link is left, use the iframe or the link.",
    ],
    custom: "Check a scan of your own",
    custom_lead: "Choose your JSON file. It is checked here, in your own browser, and sent nowhere.",
    custom_file: "Choose a file",
    custom_sound: "All good. No remarks.",
    custom_refused: "This scan cannot be used yet:",
    custom_remarks: "This scan works. Here it can be better:",
    advice: ["Warning", "Tip"],
    accent_light: |colour| {
        format!("On light it becomes {colour}: the colour you chose cannot be read well there.")
    },
    accent_dark: |colour| {
        format!("On dark it becomes {colour}: the colour you chose cannot be read well there.")
    },
    not_sound: "This cannot be used as it is and is left out of the code.",
    never: "What your site never gets: the answers. They stay in the participant’s browser, and the participant decides what is shared. The result is for learning, not for appraising or comparing people.",
};
