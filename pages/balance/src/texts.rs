//! Everything the page says, in both languages.

use crate::balance::KINDS;
use calendar_hours::CalendarFault;
use model::Language;

/// The texts in one language. What is a function takes numbers as they are written.
pub struct Texts {
    /// The page's title.
    pub title: &'static str,
    /// What it is for, and that nothing is stored or sent.
    pub lead: [&'static str; 2],
    /// What the buttons for the language are together.
    pub languages: &'static str,
    /// Above the hours of the week.
    pub week: &'static str,
    /// The field for them.
    pub week_hours: &'static str,
    /// The buttons beside it.
    pub week_steps: [&'static str; 2],
    /// What is wrong with what was typed there.
    pub week_fault: &'static str,
    /// Above the hours of coaching.
    pub coaching: &'static str,
    /// The question where they come from.
    pub source: &'static str,
    /// The two ways.
    pub sources: [&'static str; 2],
    /// Above everything else.
    pub other: &'static str,
    /// The kinds of time, coaching first.
    pub kinds: [&'static str; KINDS],
    /// How hours of coaching are typed.
    pub hours_hint: &'static str,
    /// How those of everything else are.
    pub other_hint: &'static str,
    /// What is wrong with hours that were typed.
    pub hours_fault: &'static str,
    /// What happens to a calendar.
    pub calendar_lead: &'static str,
    /// Chooses one.
    pub calendar_file: &'static str,
    /// The field for the words of a title.
    pub words: &'static str,
    /// How they are typed.
    pub words_hint: &'static str,
    /// Words to begin with.
    pub words_first: &'static str,
    /// The question which weeks.
    pub span: &'static str,
    /// The four last ones, or one.
    pub spans: [&'static str; 2],
    /// The field for a day of that one.
    pub day: &'static str,
    /// A calendar is open, and no word was given.
    pub no_words: &'static str,
    /// A calendar is open, and no week was chosen.
    pub no_day: &'static str,
    /// No title holds a word.
    pub none_found: &'static str,
    /// The weeks from this day to that one.
    pub weeks: fn(&str, &str) -> String,
    /// So many events, of so many hours a week; whether it is an average of several weeks.
    pub found: fn(usize, &str, bool) -> String,
    /// So many events could not be expanded.
    pub unexpanded: fn(usize) -> String,
    /// So many could not be read.
    pub unreadable: fn(usize) -> String,
    /// Above how hours are counted.
    pub counted: &'static str,
    /// How they are.
    pub counted_how: [&'static str; 6],
    /// A file was refused: the title of the notice.
    pub refused: &'static str,
    /// What was there before it.
    pub refused_nothing_lost: &'static str,
    /// Above the picture.
    pub picture: &'static str,
    /// A field is not clear.
    pub unclear: &'static str,
    /// The week is missing, or coaching, or both.
    pub missing: [&'static str; 3],
    /// There is more coaching than week.
    pub more_coaching: fn(&str, &str) -> String,
    /// There is more together than week.
    pub more_together: fn(&str, &str) -> String,
    /// So many hours of coaching, of a week of so many, in percent.
    pub statement: fn(&str, &str, &str) -> String,
    /// A fifth, and how much less that coaching is.
    pub below: fn(&str, &str) -> String,
    /// A fifth, which coaching is.
    pub equal: fn(&str) -> String,
    /// A fifth, and how much more coaching is.
    pub above: fn(&str, &str) -> String,
    /// Beside the gap, up to a fifth.
    pub gap_below: fn(&str) -> String,
    /// Beside the gap, beyond it.
    pub gap_above: fn(&str) -> String,
    /// Hours with their unit; whether it is one.
    pub hours: fn(&str, bool) -> String,
    /// Names in the picture and the table: coaching, other work, what is not filled in, a fifth, the
    /// difference with that, the week.
    pub names: [&'static str; 6],
    /// What a fifth is, and what it is not.
    pub rule_of_thumb: &'static str,
    /// Opens the table.
    pub table: &'static str,
    /// Its columns.
    pub columns: [&'static str; 3],
    /// The table's row of hours from the calendar.
    pub from_calendar: &'static str,
    /// Leads to what a manager can do.
    pub manager: &'static str,
}

/// All texts in a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

/// Why a file cannot be read, in a sentence that says what to do.
pub fn fault(fault: CalendarFault, language: Language) -> String {
    let (nl, en) = match fault {
        CalendarFault::TooLarge => (
            "Dit bestand is groter dan 4 MiB. Exporteer een kortere periode.",
            "This file is larger than 4 MiB. Export a shorter period.",
        ),
        CalendarFault::TooManyEvents => (
            "In dit bestand staan meer dan 20.000 afspraken. Exporteer een kortere periode.",
            "This file holds more than 20,000 events. Export a shorter period.",
        ),
        CalendarFault::NoCalendar => (
            "Dit is geen agenda. Kies een bestand dat op .ics eindigt.",
            "This is no calendar. Choose a file that ends in .ics.",
        ),
        CalendarFault::CutOff => (
            "Dit bestand houdt halverwege op. Exporteer je agenda opnieuw.",
            "This file stops halfway. Export your calendar again.",
        ),
        CalendarFault::NotUtf8(encoding) => {
            let Some(name) = encoding.name() else {
                let (nl, en) = (
                    "Dit bestand is geen tekst. Kies een bestand dat op .ics eindigt.",
                    "This file is no text. Choose a file that ends in .ics.",
                );
                return by(language, nl, en).to_owned();
            };
            let (nl, en) = (
                [
                    "Dit bestand is geen UTF-8, maar waarschijnlijk ",
                    ". Exporteer je agenda opnieuw.",
                ],
                [
                    "This file is not UTF-8; most likely it is ",
                    ". Export your calendar again.",
                ],
            );
            let [before, after] = match language {
                Language::Nl => nl,
                Language::En => en,
            };
            return [before, name, after].concat();
        }
    };
    by(language, nl, en).to_owned()
}

fn by(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

static NL: Texts = Texts {
    title: "Je tijdbalans: hoeveel van je week is coaching?",
    lead: [
        "Vul een gewone week in en leg je uren coaching naast een vijfde van je tijd.",
        "Wat je invult of opent, blijft in dit tabblad. Er wordt niets bewaard en niets verstuurd.",
    ],
    languages: "Taal, language",
    week: "Je week",
    week_hours: "Uren in je werkweek",
    week_steps: [
        "Een uur minder in je werkweek",
        "Een uur meer in je werkweek",
    ],
    week_fault: "Vul een heel getal in van 1 tot en met 168: meer uren heeft een week niet.",
    coaching: "Je uren coaching",
    source: "Hoe kom je eraan?",
    sources: ["Ik vul ze in", "Ik tel ze in mijn agenda"],
    other: "Waar je week verder heen gaat",
    kinds: [
        "Coachen op het werk: meerijden, samen naar een klant",
        "Een-op-eengesprekken",
        "Gespreksreviews",
        "Zelf verkopen",
        "Overleg",
        "Administratie en rapportage",
        "Iets anders",
    ],
    hours_hint: "Uren per week, bijvoorbeeld 1,5. Vul 0 in als je het niet doet.",
    other_hint: "Uren per week. Wat je niet weet, laat je leeg.",
    hours_fault: "Vul uren in als getal van 0 tot en met 168, met hooguit twee cijfers achter de komma.",
    calendar_lead: "Exporteer je eigen agenda als .ics-bestand en open het hier. Het wordt op dit apparaat gelezen. Deze pagina toont geen titels, want daarin staan ook woorden van anderen; je ziet alleen aantallen en uren.",
    calendar_file: "Open je agenda (.ics)",
    words: "Woorden in de titel",
    words_hint: "Met komma’s ertussen. Een afspraak telt mee als een van de woorden in de titel staat.",
    words_first: "coaching, bila, meerijden, gespreksreview",
    span: "Welke weken?",
    spans: ["De laatste vier weken, gemiddeld", "Eén week"],
    day: "Een dag in die week",
    no_words: "Vul minstens één woord in om op te zoeken.",
    no_day: "Kies een dag in de week die je wilt tellen.",
    none_found: "In deze weken staat geen van je woorden in een titel. Probeer een ander woord of een andere week.",
    weeks: |first, last| ["Van ", first, " tot en met ", last, ":"].concat(),
    found: |events, hours, is_average| {
        let events = match events {
            1 => "1 afspraak past".to_owned(),
            events => [&events.to_string(), " afspraken passen"].concat(),
        };
        let average = if is_average { ", gemiddeld " } else { ", " };
        [&events, " bij je woorden", average, hours, " per week."].concat()
    },
    unexpanded: |events| match events {
        1 => {
            "1 herhaling kunnen we niet uitrekenen. Daarvan telt alleen de eerste keer.".to_owned()
        }
        events => [
            &events.to_string(),
            " herhalingen kunnen we niet uitrekenen. Daarvan telt alleen de eerste keer.",
        ]
        .concat(),
    },
    unreadable: |events| match events {
        1 => "1 afspraak kunnen we niet lezen. Die telt niet mee.".to_owned(),
        events => [
            &events.to_string(),
            " afspraken kunnen we niet lezen. Die tellen niet mee.",
        ]
        .concat(),
    },
    counted: "Zo tellen we",
    counted_how: [
        "Hoofdletters en accenten maken niet uit, en een woord mag deel zijn van een langer woord.",
        "Een afspraak duurt van begin tot eind zoals het in je agenda staat. Voor de duur is geen tijdzone nodig.",
        "Tijd waarin twee afspraken samenvallen, telt één keer.",
        "Wat een hele dag of langer duurt, telt niet mee.",
        "Wat is afgezegd, of als vrije tijd in je agenda staat, telt ook niet mee.",
        "Herhalingen per dag, week en maand rekenen we uit. Van een andere herhaling telt alleen de eerste keer.",
    ],
    refused: "Dit bestand kunnen we niet gebruiken",
    refused_nothing_lost: "Er is niets veranderd aan wat er stond.",
    picture: "Je tijdbalans",
    unclear: "Kijk eerst naar het veld waar een opmerking bij staat. Dan verschijnt het beeld.",
    missing: [
        "Vul de uren van je werkweek nog in. Dan verschijnt het beeld.",
        "Je uren coaching ontbreken nog. Dan verschijnt het beeld.",
        "De uren van je werkweek en je uren coaching ontbreken nog. Dan verschijnt het beeld.",
    ],
    more_coaching: |coaching, week| {
        [
            "Dat is ",
            coaching,
            " coaching in een week van ",
            week,
            ". Meer dan een hele week kan niet: kijk de uren na.",
        ]
        .concat()
    },
    more_together: |sum, week| {
        [
            "Samen is dat ",
            sum,
            ", meer dan je week van ",
            week,
            ". Maak je week langer of een van de regels korter.",
        ]
        .concat()
    },
    statement: |coaching, week, percent| {
        [
            coaching,
            " coaching in een week van ",
            week,
            ": ",
            percent,
            " procent.",
        ]
        .concat()
    },
    below: |fifth, gap| {
        [
            "Een vijfde is ",
            fifth,
            ". Dat is ",
            gap,
            " meer dan je nu coacht.",
        ]
        .concat()
    },
    equal: |fifth| ["Een vijfde is ", fifth, ": net zoveel als je nu coacht."].concat(),
    above: |fifth, gap| ["Een vijfde is ", fifth, ". Je coacht nu ", gap, " meer."].concat(),
    gap_below: |gap| [gap, " tot een vijfde"].concat(),
    gap_above: |gap| [gap, " boven een vijfde"].concat(),
    hours: |hours, _| [hours, " uur"].concat(),
    names: [
        "Coaching",
        "Ander werk",
        "Niet ingevuld",
        "Een vijfde",
        "Verschil met een vijfde",
        "Je werkweek",
    ],
    rule_of_thumb: "Een vijfde is een vuistregel uit het artikel, geen norm. In organisaties die hun target halen, besteden meer managers een vijfde van hun tijd aan coachen. Wat oorzaak is, weten we niet.",
    table: "De cijfers als tabel",
    columns: ["Waaraan", "Uren", "Deel van je week"],
    from_calendar: "Coaching, geteld in je agenda",
    manager: "Wat kun jij als salesmanager doen?",
};

static EN: Texts = Texts {
    title: "Your time balance: how much of your week is coaching?",
    lead: [
        "Fill in an ordinary week and lay your hours of coaching beside a fifth of your time.",
        "What you fill in or open stays in this tab. Nothing is stored and nothing is sent.",
    ],
    languages: "Language, taal",
    week: "Your week",
    week_hours: "Hours in your working week",
    week_steps: [
        "One hour fewer in your working week",
        "One hour more in your working week",
    ],
    week_fault: "Fill in a whole number from 1 to 168: a week has no more hours.",
    coaching: "Your hours of coaching",
    source: "How do you find them?",
    sources: ["I fill them in", "I count them in my calendar"],
    other: "Where else your week goes",
    kinds: [
        "Coaching on the job: riding along, joint customer visits",
        "One-to-ones",
        "Call reviews",
        "Selling yourself",
        "Meetings",
        "Administration and reports",
        "Something else",
    ],
    hours_hint: "Hours a week, for example 1.5. Fill in 0 for what you do not do.",
    other_hint: "Hours a week. Leave empty what you do not know.",
    hours_fault: "Fill in hours as a number from 0 to 168, with at most two decimals.",
    calendar_lead: "Export your own calendar as an .ics file and open it here. It is read on this device. This page shows no titles, since they hold other people’s words too; you see numbers and hours only.",
    calendar_file: "Open your calendar (.ics)",
    words: "Words in the title",
    words_hint: "With commas between them. An event counts if its title holds one of the words.",
    words_first: "coaching, one-to-one, 1:1, joint visit, call review",
    span: "Which weeks?",
    spans: ["The last four weeks, on average", "One week"],
    day: "A day in that week",
    no_words: "Fill in at least one word to look for.",
    no_day: "Choose a day in the week that you want to count.",
    none_found: "In these weeks no title holds one of your words. Try another word or another week.",
    weeks: |first, last| ["From ", first, " to ", last, ":"].concat(),
    found: |events, hours, is_average| {
        let events = match events {
            1 => "1 event fits".to_owned(),
            events => [&events.to_string(), " events fit"].concat(),
        };
        let average = if is_average { ", on average " } else { ", " };
        [&events, " your words", average, hours, " a week."].concat()
    },
    unexpanded: |events| match events {
        1 => "We cannot work out 1 repetition. Only its first time counts.".to_owned(),
        events => [
            "We cannot work out ",
            &events.to_string(),
            " repetitions. Only the first time of each counts.",
        ]
        .concat(),
    },
    unreadable: |events| match events {
        1 => "We cannot read 1 event. It does not count.".to_owned(),
        events => [
            "We cannot read ",
            &events.to_string(),
            " events. They do not count.",
        ]
        .concat(),
    },
    counted: "How we count",
    counted_how: [
        "Capitals and accents make no difference, and a word may be part of a longer one.",
        "An event lasts from its start to its end as your calendar has them. How long it lasts needs no time zone.",
        "Time in which two events overlap counts once.",
        "What lasts a whole day or longer does not count.",
        "What was cancelled, or stands in your calendar as free time, does not count either.",
        "We work out what repeats by the day, week and month. Of any other repetition only the first time counts.",
    ],
    refused: "We cannot use this file",
    refused_nothing_lost: "What was there has not changed.",
    picture: "Your time balance",
    unclear: "First look at the field with a remark. Then the picture appears.",
    missing: [
        "Fill in the hours of your working week. Then the picture appears.",
        "Your hours of coaching are still missing. Then the picture appears.",
        "The hours of your working week and your hours of coaching are still missing. Then the picture appears.",
    ],
    more_coaching: |coaching, week| {
        [
            "That is ",
            coaching,
            " of coaching in a week of ",
            week,
            ". It cannot be more than a whole week: check the hours.",
        ]
        .concat()
    },
    more_together: |sum, week| {
        [
            "Together that is ",
            sum,
            ", more than your week of ",
            week,
            ". Make your week longer or one of the lines shorter.",
        ]
        .concat()
    },
    statement: |coaching, week, percent| {
        [
            coaching,
            " of coaching in a week of ",
            week,
            ": ",
            percent,
            " percent.",
        ]
        .concat()
    },
    below: |fifth, gap| {
        [
            "A fifth is ",
            fifth,
            ". That is ",
            gap,
            " more than you coach now.",
        ]
        .concat()
    },
    equal: |fifth| ["A fifth is ", fifth, ": just as much as you coach now."].concat(),
    above: |fifth, gap| ["A fifth is ", fifth, ". You now coach ", gap, " more."].concat(),
    gap_below: |gap| [gap, " to a fifth"].concat(),
    gap_above: |gap| [gap, " above a fifth"].concat(),
    hours: |hours, is_one| match is_one {
        true => [hours, " hour"].concat(),
        false => [hours, " hours"].concat(),
    },
    names: [
        "Coaching",
        "Other work",
        "Not filled in",
        "A fifth",
        "Difference from a fifth",
        "Your working week",
    ],
    rule_of_thumb: "A fifth is a rule of thumb from the article and no norm. In organisations that make their target, more managers spend a fifth of their time coaching. Which causes which is unknown.",
    table: "The figures as a table",
    columns: ["What for", "Hours", "Part of your week"],
    from_calendar: "Coaching, counted in your calendar",
    manager: "What can you do as a sales manager?",
};
