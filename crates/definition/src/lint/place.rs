//! A place in the file as people count: `items[3].text.nl` is statement 4, in Dutch.

use model::Language;

/// The parts of a place in words, such as `uitspraak 4, Nederlands`; empty where the path says
/// all there is to say.
pub fn say_place(place: &str, language: Language) -> String {
    if place.starts_with("line ") {
        return match language {
            Language::Nl => place.replace("line", "regel").replace("column", "kolom"),
            Language::En => place.to_owned(),
        };
    }
    let parts = place.split('.').filter_map(|part| of_part(part, language));
    parts.collect::<Vec<String>>().join(", ")
}

fn of_part(part: &str, language: Language) -> Option<String> {
    let in_words = |[nl, en]: [&'static str; 2]| match language {
        Language::Nl => nl,
        Language::En => en,
    };
    let Some((list, positions)) = part.split_once('[') else {
        let field = of_field(part).map(in_words);
        return field.or(in_language(part, language)).map(str::to_owned);
    };
    let noun = in_words(of_list(list)?);
    let counted = |n: &str| n.parse::<usize>().ok()?.checked_add(1);
    let mut numbers = positions.split(['[', ']']).filter_map(counted);
    let mut said = format!("{noun} {}", numbers.next()?);
    if let Some(within) = numbers.next() {
        let spot = in_words(["plek", "position"]);
        said.push_str(&format!(", {spot} {within}"));
    }
    Some(said)
}

/// What fields are called that a reader sees as a whole.
fn of_field(name: &str) -> Option<[&'static str; 2]> {
    Some(match name {
        "title" => ["titel", "title"],
        "instructions" => ["instructie", "instruction"],
        "name" | "short_name" => ["naam", "name"],
        "definition" => ["omschrijving", "definition"],
        "low" => ["lage groep", "low band"],
        "mid" => ["middelste groep", "middle band"],
        "high" => ["hoge groep", "high band"],
        "ui_texts" => ["vaste teksten", "fixed texts"],
        _ => return None,
    })
}

/// What the entries of a list are called.
fn of_list(list: &str) -> Option<[&'static str; 2]> {
    Some(match list {
        "items" => ["uitspraak", "statement"],
        "scales" => ["thema", "theme"],
        "facets" => ["onderdeel", "part"],
        "reframes" => ["gedachte die helpt", "thought that helps"],
        "reserve_items" => ["reserve-uitspraak", "statement in reserve"],
        "pairs" => ["paar", "pair"],
        "pages" => ["pagina", "page"],
        "context_questions" => ["vraag over de situatie", "question about the situation"],
        "options" | "labels" => ["antwoord", "answer"],
        "manager_questions" => ["vraag voor de manager", "question for the manager"],
        "rep_reflection" => ["vraag aan jezelf", "question to oneself"],
        _ => return None,
    })
}

fn in_language(tag: &str, language: Language) -> Option<&'static str> {
    let meant = Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)?;
    Some(language_name(meant, language))
}

/// The name of a language, in a language.
pub(super) fn language_name(named: Language, language: Language) -> &'static str {
    match (named, language) {
        (Language::Nl, Language::Nl) => "Nederlands",
        (Language::En, Language::Nl) => "Engels",
        (Language::Nl, Language::En) => "Dutch",
        (Language::En, Language::En) => "English",
    }
}
