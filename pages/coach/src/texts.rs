//! Everything the page says, in both languages.

use crate::attributes::Field;
use model::Language;

/// The texts in one language.
pub struct Texts {
    /// The page's title.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
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
            "Waarin de vragenlijst begint. De lezer kan altijd wisselen.",
            &["Zoals de browser", "Nederlands", "Engels"],
        ),
        Field::Theme => (
            "Licht of donker",
            "",
            &["Zoals het systeem", "Licht", "Donker"],
        ),
        Field::Persist => (
            "Bewaren",
            "Hoe lang de antwoorden op het apparaat van de lezer blijven staan.",
            &["Op het apparaat", "Tot het tabblad sluit", "Niet"],
        ),
        Field::Share => (
            "Scores delen",
            "Je site mag om de scores vragen. Je krijgt ze alleen na een ja op het scherm, en nooit een antwoord.",
            &["Niets", "Vraag om de scores"],
        ),
        Field::Accent => ("Kleur", "Van knoppen en accenten, zoals #0d5b63.", &[]),
        Field::Coach => (
            "Jouw naam",
            "Staat op het eerste scherm: ‘Aangeboden door …’.",
            &[],
        ),
        Field::Privacy => (
            "Jouw privacyverklaring",
            "Een adres dat begint met https://.",
            &[],
        ),
        Field::Logo => (
            "Jouw logo",
            "Een afbeelding op een adres dat begint met https://. Staat boven de vragenlijst.",
            &[],
        ),
        Field::Source => (
            "Eigen vragenlijst",
            "Het https-adres van jouw JSON-bestand. Leeg is de Sales Mindset Scan.",
            &[],
        ),
        Field::Xapi => (
            "Voor een leeromgeving",
            "Een xAPI-bestand dat de lezer zelf kan bewaren: dat het is afgerond, nooit de uitkomst.",
            &["Nee", "Bied het aan"],
        ),
    }
}

fn en_field(field: Field) -> (&'static str, &'static str, &'static [&'static str]) {
    match field {
        Field::Lang => (
            "Language",
            "In which the questionnaire begins. The reader can always change it.",
            &["As the browser", "Dutch", "English"],
        ),
        Field::Theme => ("Light or dark", "", &["As the system", "Light", "Dark"]),
        Field::Persist => (
            "Keeping",
            "How long the answers stay on the reader’s device.",
            &["On the device", "Until the tab closes", "Not at all"],
        ),
        Field::Share => (
            "Sharing scores",
            "Your site may ask for the scores. You get them only after a yes on screen, and never an answer.",
            &["Nothing", "Ask for the scores"],
        ),
        Field::Accent => ("Colour", "Of buttons and marks, such as #0d5b63.", &[]),
        Field::Coach => (
            "Your name",
            "Stands on the first screen: ‘Offered by …’.",
            &[],
        ),
        Field::Privacy => (
            "Your privacy statement",
            "An address that begins with https://.",
            &[],
        ),
        Field::Logo => (
            "Your logo",
            "A picture at an address that begins with https://. Stands above the questionnaire.",
            &[],
        ),
        Field::Source => (
            "A questionnaire of your own",
            "The https address of your JSON file. Empty is the Sales Mindset Scan.",
            &[],
        ),
        Field::Xapi => (
            "For a learning record",
            "An xAPI file that the reader can save: that it was completed, never the outcome.",
            &["No", "Offer it"],
        ),
    }
}

static NL: Texts = Texts {
    title: "Zet de vragenlijst op je eigen site",
    lead: "Kies hoe hij eruitziet, kijk hoe het wordt, en plak één stukje tekst in je pagina.",
    choices: "Jouw keuzes",
    preview: "Zo wordt het",
    preview_lead: "Dit is de vragenlijst zelf, zoals hij op je site komt. Hier wordt niets bewaard.",
    paste: "Plak dit in je pagina",
    tiers: [
        [
            "Als element",
            "Het beste: de hoogte past zich aan, en je site hoort wanneer iemand klaar is.",
            "Eigen HTML, en WordPress in een eigen HTML-blok van een beheerder of redacteur. Bij een auteur, in een WordPress-netwerk en achter het filter van Moodle blijft alleen de link binnenin over.",
        ],
        [
            "Als iframe",
            "Voor sites die scripts weghalen. De hoogte staat vast; binnenin kan worden gescrold. Zonder logo, zonder eigen vragenlijst, en je site hoort niets.",
            "In WordPress dezelfde mensen als hierboven. Verder waar een blok een frame toestaat, zoals bij veel sitebouwers. Waar het wordt weggehaald, blijft de link binnenin over.",
        ],
        [
            "Als link",
            "Werkt overal, ook in een mail.",
            "Overal, ook in een bericht van een auteur in WordPress en achter het filter van Moodle.",
        ],
    ],
    copy: "Kopieer",
    copied: "Gekopieerd.",
    open: "Open de vragenlijst",
    frame_title: "Vragenlijst over je mindset in sales",
    policy: "Heeft je site een Content-Security-Policy?",
    policy_lead: "Zet dan deze bronnen bij de regels die er al staan. Heb je er geen, dan is er niets nodig.",
    check: "Staat het goed?",
    check_lead: [
        "Open je eigen pagina met #mindset-check achter het adres. Boven de vragenlijst staat dan een lijst: wat er is geladen, wat er wordt tegengehouden en waarom.",
        "Zie je geen lijst, dan is het script er niet: je systeem haalt het weg, of je beleid staat het niet toe (script-src).",
        "Blijft er dan alleen een link over, gebruik dan het iframe of de link.",
    ],
    custom: "Een eigen vragenlijst nakijken",
    custom_lead: "Kies je JSON-bestand. Het wordt hier nagekeken, in je eigen browser, en nergens heen gestuurd.",
    custom_file: "Kies een bestand",
    custom_sound: "In orde. Er valt niets op te merken.",
    custom_refused: "Deze vragenlijst kan nog niet worden gebruikt:",
    custom_remarks: "Deze vragenlijst werkt. Hier kan hij beter:",
    advice: ["Let op", "Kijk eens"],
    accent_light: |colour| {
        format!("Op licht wordt het {colour}: de kleur die je koos is daar niet goed te lezen.")
    },
    accent_dark: |colour| {
        format!("Op donker wordt het {colour}: de kleur die je koos is daar niet goed te lezen.")
    },
    not_sound: "Dit kan zo niet worden gebruikt en komt niet in de tekst.",
    never: "Wat je site nooit krijgt: de antwoorden. Ze blijven in de browser van wie de vragenlijst invult, en die beslist wat er wordt gedeeld. De uitkomst is er om van te leren, niet om mensen te beoordelen of te vergelijken.",
};

static EN: Texts = Texts {
    title: "Put the questionnaire on your own site",
    lead: "Choose how it looks, see what it becomes, and paste one piece of text into your page.",
    choices: "Your choices",
    preview: "What it becomes",
    preview_lead: "This is the questionnaire itself, as it will stand on your site. Nothing is kept here.",
    paste: "Paste this into your page",
    tiers: [
        [
            "As an element",
            "The best one: its height follows, and your site hears when somebody has finished.",
            "Your own HTML, and WordPress in a Custom HTML block of an administrator or editor. With an author, in a WordPress network and behind Moodle’s filter only the link inside is left.",
        ],
        [
            "As an iframe",
            "For sites that strip scripts. Its height is fixed, and it scrolls inside. Without a logo, without a questionnaire of your own, and your site hears nothing.",
            "In WordPress the same people as above. Further where a block allows a frame, as with many site builders. Where it is taken away, the link inside is left.",
        ],
        [
            "As a link",
            "Works everywhere, in a mail too.",
            "Everywhere, also in an author’s post in WordPress and behind Moodle’s filter.",
        ],
    ],
    copy: "Copy",
    copied: "Copied.",
    open: "Open the questionnaire",
    frame_title: "Questionnaire about your mindset in sales",
    policy: "Does your site have a Content-Security-Policy?",
    policy_lead: "Then add these sources to the lines that are there. If you have none, nothing is needed.",
    check: "Does it stand right?",
    check_lead: [
        "Open your own page with #mindset-check after its address. Above the questionnaire you then see a list: what has loaded, what is blocked, and why.",
        "If you see no list, the script is not there: your system takes it out, or your policy does not allow it (script-src).",
        "If only a link is left, use the iframe or the link.",
    ],
    custom: "Check a questionnaire of your own",
    custom_lead: "Choose your JSON file. It is checked here, in your own browser, and sent nowhere.",
    custom_file: "Choose a file",
    custom_sound: "In order. There is nothing to remark.",
    custom_refused: "This questionnaire cannot be used yet:",
    custom_remarks: "This questionnaire works. Here it can be better:",
    advice: ["Take care", "Have a look"],
    accent_light: |colour| {
        format!("On light it becomes {colour}: the colour you chose cannot be read well there.")
    },
    accent_dark: |colour| {
        format!("On dark it becomes {colour}: the colour you chose cannot be read well there.")
    },
    not_sound: "This cannot be used as it is, and does not go into the text.",
    never: "What your site never gets: the answers. They stay in the browser of whoever fills in the questionnaire, who decides what is shared. The outcome is there to learn from, not to appraise or compare people.",
};
