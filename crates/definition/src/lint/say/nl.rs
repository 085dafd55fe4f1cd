//! Dutch: the sentences of the linter and the loader.

use super::{lacking, one_of};
use crate::lint::{Advice, Entry, Remark};
use crate::{Encoding, Kind, Problem};
use model::Language;
use untrusted::quoted;

pub(super) fn remark(remark: &Remark, advice: Advice) -> String {
    match remark {
        Remark::UnbalancedKeys { plus, minus } => {
            let counted = format!(
                "In dit thema {} ‘+’ en {minus} op ‘-’. Wie snel een hoog antwoord kiest, krijgt daardoor vanzelf een hogere of lagere score.",
                statements(*plus)
            );
            let next = match advice {
                Advice::Warning => {
                    "Schrijf een paar uitspraken andersom, tot hooguit twee op de drie dezelfde kant op wijzen."
                }
                Advice::Hint => {
                    "Bij remmende gedachten is dat gewoon. Draai er waar het kan een paar om, of houd er rekening mee."
                }
            };
            [&counted, " ", next].concat()
        }
        Remark::FewItems(items) => format!(
            "Dit thema heeft {}. Eén antwoord beslist dan over de score. Neem er minstens drie; vier tot acht is beter.",
            match items {
                1 => "maar één uitspraak".to_owned(),
                many => format!("maar {many} uitspraken"),
            }
        ),
        Remark::TooLong { characters, fits } => format!(
            "Deze tekst heeft {characters} tekens. Er passen er hier ongeveer {fits} op een telefoon. Maak hem korter."
        ),
        Remark::TwoIdeas(sign) => format!(
            "Hier lijken twee dingen in één uitspraak te staan, bij ‘{}’. Wie over de ene helft anders denkt dan over de andere, kan niet antwoorden. Maak er twee uitspraken van, of laat een helft weg.",
            quoted(sign)
        ),
        Remark::NoCounterpart(id) => format!(
            "Bij de remmende gedachte ‘{}’ staat geen gedachte die helpt. Voeg die toe onder reframes, met een vraag om verder te komen.",
            quoted(id)
        ),
        Remark::CounterpartOfNoBelief(id) => format!(
            "Een gedachte die helpt hoort bij een remmende gedachte: een uitspraak met ‘+’ in een remmend thema. De uitspraak ‘{}’ is dat niet, dus deze krijgt niemand vanzelf te zien. Verbeter item_id, of haal haar weg.",
            quoted(id)
        ),
        Remark::SameInBothLanguages => {
            "Deze tekst is in het Nederlands en het Engels hetzelfde. Vertaal hem, of laat hem staan als het in beide talen zo heet.".to_owned()
        }
        Remark::SameText(entry) => match entry {
            Entry::Answer => "Een eerder antwoord heeft dezelfde tekst, en deelnemers kunnen de twee niet onderscheiden. Geef elk antwoord een eigen tekst.",
            Entry::Theme => "Een eerder thema heeft dezelfde naam, en in een resultaat kunnen deelnemers de twee niet onderscheiden. Geef elk thema een eigen naam.",
            Entry::Aspect => "Een eerder onderdeel van dit thema heeft dezelfde naam. Geef elk onderdeel een eigen naam, of maak er één van.",
            Entry::Statement => "Een eerdere uitspraak heeft dezelfde tekst, dus die wordt twee keer gevraagd en geteld. Herschrijf er een, of haal er een weg.",
            Entry::Question => "Een eerdere vraag heeft dezelfde tekst. Herschrijf er een, of haal er een weg.",
        }
        .to_owned(),
        Remark::SaidByProgram => "Dit zegt het programma in zijn eigen woorden, zodat deelnemers erop kunnen rekenen. Jouw tekst wordt niet getoond: laat hem weg.".to_owned(),
        Remark::Markup(sign) => format!(
            "Hier staat iets dat op opmaakcode lijkt: ‘{}’. De deelnemer ziet die tekens gewoon staan. Haal ze weg als je dat niet wilt.",
            quoted(sign)
        ),
        Remark::Garbled(sign) => format!(
            "Hier zijn letters beschadigd: ‘{}’. Dat gebeurt als een bestand in een andere codering wordt geopend dan waarin het is bewaard. Typ de tekst opnieuw en bewaar het bestand als UTF-8.",
            quoted(sign)
        ),
        Remark::SameVersion => {
            "Een eerder bestand heeft dezelfde id en versie en een andere inhoud. Voor het programma is dit een andere scan: resultaten van het ene bestand worden met het andere niet getoond. Geef dit bestand een nieuwe versie.".to_owned()
        }
        Remark::KeyTurned(id) => format!(
            "De uitspraak ‘{}’ telt hier andersom dan in een eerder bestand met dezelfde versie. Bestaande resultaten worden zo niet herberekend. Geef dit bestand een nieuwe versie, of draai key terug.",
            quoted(id)
        ),
    }
}

fn statements(plus: usize) -> String {
    match plus {
        1 => "staat 1 uitspraak op".to_owned(),
        many => format!("staan {many} uitspraken op"),
    }
}

pub(super) fn problem(problem: &Problem) -> String {
    let fixed = match problem {
        Problem::NoContent => "Het bestand is leeg. Kies een ander bestand.",
        Problem::TooBig(most) => {
            return format!(
                "Het bestand is groter dan {} KiB. Een scan is veel kleiner: controleer of je het goede bestand hebt.",
                most / 1024
            );
        }
        Problem::TooDeep(most) => {
            return format!(
                "Er staan meer dan {most} haakjes binnen elkaar. Kijk of er ergens een haakje sluiten ontbreekt."
            );
        }
        Problem::NotUtf8(Encoding::Windows1252) => {
            "Het bestand is geen UTF-8. Waarschijnlijk is het Windows-1252, ook ANSI genoemd. Bewaar het opnieuw, met UTF-8 als codering."
        }
        Problem::NotUtf8(wide) => {
            return format!(
                "Het bestand is geen UTF-8, maar {wide}. Bewaar het opnieuw, met UTF-8 als codering."
            );
        }
        Problem::WebPage => {
            "Dit is een webpagina en geen scan. Misschien staat het bestand achter een inlogpagina. Bewaar het JSON-bestand zelf."
        }
        Problem::Truncated => {
            "Het bestand houdt te vroeg op. Kijk of de laatste haakjes er staan, of haal het bestand opnieuw op."
        }
        Problem::Syntax => {
            "Hier klopt de vorm van het bestand (JSON) niet. Kijk of er vlak hiervoor een komma, aanhalingsteken of haakje ontbreekt of te veel is."
        }
        Problem::RepeatedField => {
            "Dit veld staat twee keer in hetzelfde blok, misschien anders geschreven. Haal er één weg."
        }
        Problem::Expected(kind) => {
            let needed = match kind {
                Kind::Object => "een blok tussen accolades { }",
                Kind::List => "een lijst tussen rechte haken [ ]",
                Kind::Two => "een lijst van twee getallen",
                Kind::Text => "een tekst tussen aanhalingstekens",
                Kind::Flag => "true of false, zonder aanhalingstekens",
                Kind::Integer => "een heel getal, niet onder nul en niet te groot",
                Kind::Number => "een getal",
            };
            return format!("Hier hoort {needed}. Vul dat in.");
        }
        Problem::MissingLanguage(tag) => {
            return format!(
                "De tekst in het {} ontbreekt of is leeg. Schrijf hem erbij.",
                lacking(tag, Language::Nl)
            );
        }
        Problem::MissingText(name) => {
            return format!(
                "De verplichte tekst ‘{name}’ ontbreekt. Neem hem over uit het voorbeeld en pas hem aan."
            );
        }
        Problem::TooLong(most) => {
            return format!("Deze tekst heeft meer dan {most} tekens. Maak hem korter.");
        }
        Problem::HiddenCharacter => {
            "In deze tekst zit een onzichtbaar teken: een regeleinde, een tab of een teken dat de leesrichting omkeert. Typ de tekst opnieuw, zonder te plakken."
        }
        Problem::NotHttps => {
            "In deze tekst staat een adres dat niet met https:// begint. Gebruik een https-adres, of laat het weg."
        }
        Problem::DuplicateId(id) => {
            return format!(
                "De id ‘{}’ wordt twee keer gebruikt; hoofdletters en leestekens tellen niet mee. Geef elk deel een eigen id.",
                quoted(id)
            );
        }
        Problem::ShippedId(id) => {
            return format!(
                "De id ‘{}’ lijkt op die van een scan die bij het programma hoort; deelnemers zouden de twee verwarren. Geef jouw scan een eigen id.",
                quoted(id)
            );
        }
        Problem::BadId(id) => {
            return format!(
                "‘{}’ kan geen id of naam van een veld zijn. Gebruik een letter en daarna hooguit 63 letters, cijfers, streepjes of lage streepjes.",
                quoted(id)
            );
        }
        Problem::BadVersion(version) => {
            return format!(
                "‘{}’ kan geen versie zijn. Gebruik hooguit 64 letters, cijfers, punten, streepjes, lage streepjes of plustekens, met een letter of cijfer vooraan.",
                quoted(version)
            );
        }
        Problem::UnknownItem(id) => {
            return format!(
                "Er is geen uitspraak met de id ‘{}’. Verbeter de id, of voeg die uitspraak toe.",
                quoted(id)
            );
        }
        Problem::MissingItem(id) => {
            return format!(
                "De uitspraak ‘{}’ noemt dit onderdeel, maar staat niet in de lijst ervan. Zet de id bij items, of laat die lijst weg.",
                quoted(id)
            );
        }
        Problem::NotACondition => {
            "Een voorwaarde heeft precies één van deze vormen: all, any, scale met band, context met option, of item met at_most."
        }
        Problem::UnknownScale(id) => {
            return format!(
                "Er is geen thema met de id ‘{}’. Verbeter de id, of voeg dat thema toe.",
                quoted(id)
            );
        }
        Problem::UnknownFacet(id) => {
            return format!(
                "Het thema heeft geen onderdeel met de id ‘{}’. Verbeter de id, of voeg het onderdeel toe bij facets.",
                quoted(id)
            );
        }
        Problem::UnknownQuestion(id) => {
            return format!(
                "Er is geen vraag over de situatie met de id ‘{}’. Verbeter de id, of voeg die vraag toe.",
                quoted(id)
            );
        }
        Problem::UnknownOption(id) => {
            return format!(
                "De vraag heeft geen antwoord met de id ‘{}’. Verbeter de id, of voeg dat antwoord toe bij options.",
                quoted(id)
            );
        }
        Problem::UnknownValue { value, allowed } => {
            return format!(
                "‘{}’ kan hier niet staan. Gebruik {}.",
                quoted(value),
                one_of(allowed, "of")
            );
        }
        Problem::NotPresentedOnce(id) => {
            return format!(
                "De uitspraak ‘{}’ moet op precies één pagina staan. Zet de id één keer in pages.",
                quoted(id)
            );
        }
        Problem::NotAPair => {
            "Een paar bestaat uit een uitspraak met ‘+’ en een met ‘-’, uit hetzelfde thema, die elkaars tegendeel zeggen. Kies er twee die zo bij elkaar horen."
        }
        Problem::RepeatedPair => {
            "Deze twee uitspraken zijn al een paar. Een paar dat er twee keer staat, telt twee keer: haal er één weg."
        }
        Problem::RepeatedReframe(id) => {
            return format!(
                "Bij de uitspraak ‘{}’ staat al een gedachte die helpt, en alleen de eerste wordt getoond. Haal er één weg, of verbeter item_id.",
                quoted(id)
            );
        }
        Problem::ScaleWithoutItems(id) => {
            return format!(
                "Het thema ‘{}’ heeft geen uitspraken, dus er valt niets te berekenen. Geef het er minstens drie, of haal het weg.",
                quoted(id)
            );
        }
        Problem::ResponseScale => {
            "Bij elk getal van de laagste tot de hoogste waarde hoort één antwoord, oplopend. Vul aan wat ontbreekt en haal weg wat dubbel is."
        }
        Problem::BadNumber => {
            "Dit getal kan hier niet. In de handleiding staat tussen welke grenzen het moet liggen."
        }
        Problem::BandGap => {
            "Tussen twee groepen zit een gat: een score daar hoort nergens bij. Laat elke groep beginnen waar de vorige ophoudt, van 0 tot en met parts."
        }
        Problem::BandOverlap => {
            "Twee groepen overlappen elkaar: een score daar hoort bij allebei. Laat elke groep beginnen waar de vorige ophoudt, van 0 tot en met parts."
        }
        Problem::Empty => "Deze lijst ontbreekt of is leeg. Zet er minstens één in.",
        Problem::TooMany(most) => {
            return format!("Hier staan er meer dan {most}. Haal er een paar weg.");
        }
    };
    fixed.to_owned()
}
