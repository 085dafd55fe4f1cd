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
    let spot = in_words(["plek", "position"]);
    let first = match (of_list(list), of_field(list)) {
        (Some(noun), _) => in_words(noun).to_owned(),
        (None, field) => format!("{}, {spot}", in_words(field?)),
    };
    let counted = |n: &str| n.parse::<usize>().ok()?.checked_add(1);
    let mut numbers = positions.split(['[', ']']).filter_map(counted);
    let mut said = format!("{first} {}", numbers.next()?);
    if let Some(within) = numbers.next() {
        said.push_str(&format!(", {spot} {within}"));
    }
    Some(said)
}

/// What fields are called, and lists whose entries are told apart by their position alone. The
/// text that a part mainly consists of has no word: it is called as the part is.
fn of_field(name: &str) -> Option<[&'static str; 2]> {
    Some(match name {
        "title" => ["titel", "title"],
        "instructions" => ["instructie", "instruction"],
        "ui_texts" => ["vaste teksten", "fixed texts"],
        // The answers and what is made of them.
        "response_scale" => ["antwoordschaal", "answer scale"],
        "skip" => ["overslaan", "skipping"],
        "scoring" => ["berekening", "scoring"],
        "min_answered" => ["beantwoord deel", "share answered"],
        "quality" => ["rustige melding", "soft notice"],
        "change" => ["verandering", "change"],
        // A theme.
        "name" => ["naam", "name"],
        "short_name" => ["naam in gewone woorden", "name in everyday words"],
        "definition" => ["omschrijving", "definition"],
        "strong" => ["sterk", "strong"],
        "to_gain" => ["te winnen", "to gain"],
        "coach_question" => ["vraag voor de coach", "question for the coach"],
        "low" => ["lage groep", "low band"],
        "mid" => ["middelste groep", "middle band"],
        "high" => ["hoge groep", "high band"],
        "label" => ["label", "label"],
        "in_account" => ["bij een klant", "with a customer"],
        "in_brief" => ["korte pagina", "short page"],
        "strength_clear" => ["duidelijk sterk", "clear strength"],
        "strength_mixed" => ["wisselend sterk", "mixed strength"],
        "lever" => ["meeste winst", "most to gain"],
        "lever_belief" => [
            "meeste winst bij een gedachte",
            "most to gain with a thought",
        ],
        "from" => ["van", "from"],
        "to" => ["naar", "to"],
        "commitment_examples" => ["voorbeelddoelen", "example goals"],
        "manager_examples" => [
            "voorbeelddoelen voor de manager",
            "example goals for the manager",
        ],
        "learning_goal" => ["leerdoel", "learning goal"],
        "performance_goal" | "as_goal" => ["prestatiedoel", "performance goal"],
        "agreed" => ["afspraak", "agreement"],
        "indicator" => ["waaraan je het ziet", "how it is seen"],
        "first_step" => ["eerste stap", "first step"],
        "situation" => ["als", "if"],
        "response" => ["dan", "then"],
        // What stands beside the themes.
        "coaching_question" => ["vraag om verder te komen", "question to take further"],
        "comment" => ["wat je ermee kunt doen", "what can be done with it"],
        "when" => ["voorwaarde", "condition"],
        "all" => ["alle", "all"],
        "any" => ["minstens één", "at least one"],
        "conversation" => ["gesprek", "conversation"],
        "lead" => ["inleiding", "introduction"],
        "questions_title" => ["titel van de vragen", "title of the questions"],
        "effort" => ["rekenhulp", "calculator"],
        "result" => ["resultaat", "result"],
        "incomplete" => ["getal ontbreekt", "number missing"],
        "too_many" => ["te veel voor een week", "too many for a week"],
        "foot" => ["slot", "closing"],
        "source" => ["herkomst", "where it comes from"],
        "authors" => ["auteurs", "authors"],
        "certainty" | "certainty_text" => ["hoe zeker", "how sure"],
        _ => return None,
    })
}

/// What the entries of a list are called.
fn of_list(list: &str) -> Option<[&'static str; 2]> {
    Some(match list {
        "items" | "when_disagreed" => ["uitspraak", "statement"],
        "scales" => ["thema", "theme"],
        "facets" => ["onderdeel", "part"],
        "reframes" => ["gedachte die helpt", "thought that helps"],
        "reserve_items" => ["reserve-uitspraak", "statement in reserve"],
        "pairs" => ["paar", "pair"],
        "pages" => ["pagina", "page"],
        "context_questions" => ["vraag over de situatie", "question about the situation"],
        "options" | "option" | "labels" | "manager_labels" => ["antwoord", "answer"],
        "band" => ["groep", "band"],
        "from_to" => ["van-naar-regel", "from-to line"],
        "patterns" => ["patroon", "pattern"],
        "steps" => ["stap", "step"],
        "follow_up" => ["herinnering", "reminder"],
        "fields" => ["veld", "field"],
        "sources" => ["bron", "source"],
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
