//! The link of a reminder: what it may hold, how long it may be, and what is read of one.

use crate::hostile::texts::{CALENDAR, executable};
use base64ct::{Base64UrlUnpadded, Encoding};
use content::example_session;
use documents::write_as;
use model::{Agreement, IfThen, Language, Owner, Session};
use proptest::prelude::*;
use records::{
    AgreementRecord, CheckIn, FileFormat, JoinedRecords, MAX_LINK, MAX_LINK_TEXT, PageAddress,
    ResultInput, Share, Zone,
};
use serde_json::{Map, Value, json};

use crate::support::{moment, sales_mindset};

fn page(address: &str) -> PageAddress {
    PageAddress::try_from(address.to_owned()).expect("the address of a page")
}

fn agreement(text: &str, indicator: &str, first_step: &str) -> Agreement {
    Agreement {
        text: text.to_owned(),
        indicator: indicator.to_owned(),
        first_step: first_step.to_owned(),
        ..Agreement::default()
    }
}

fn plan(situation: &str, response: &str) -> IfThen {
    IfThen {
        situation: situation.to_owned(),
        response: response.to_owned(),
    }
}

/// What a link holds after its name.
fn held(link: &str) -> &str {
    link.split_once("#check-in=").expect("a fragment").1
}

/// The JSON in a link.
fn json_in(link: &str) -> Value {
    let json = Base64UrlUnpadded::decode_vec(held(link)).expect("base64url");
    serde_json::from_slice(&json).expect("JSON")
}

fn encoded(json: &str) -> String {
    Base64UrlUnpadded::encode_string(json.as_bytes())
}

#[test]
fn a_link_leads_to_the_page_itself_without_its_query_and_fragment() {
    let addresses = [
        ("https://a.example/", "https://a.example/"),
        (
            "https://a.example/scan/index.html?coach=Noor&custom=1#part?persist=none",
            "https://a.example/scan/index.html",
        ),
        (
            "http://localhost:8080/#result=x?y",
            "http://localhost:8080/",
        ),
        ("https://a.example/x@y/?q", "https://a.example/x@y/"),
    ];
    for (address, plain) in addresses {
        let check_in = CheckIn::new(7, &agreement("Bel drie klanten", "", ""));
        let link = check_in.link(&page(address), Language::En).expect("a link");
        assert_eq!(
            link,
            format!(
                "{plain}?lang=en#check-in={}",
                encoded(r#"{"day":7,"agreed":"Bel drie klanten"}"#)
            )
        );
    }
}

#[test]
fn a_link_leads_to_a_page_that_keeps_things_for_as_long() {
    for keeping in ["persist=none", "persist=session"] {
        let address = format!("https://a.example/?lang=nl&{keeping}&coach=x#persist");
        let page = page(&address);
        // The worker reads it once more.
        assert_eq!(
            PageAddress::try_from(String::from(page.clone())),
            Ok(page.clone())
        );
        let link = CheckIn::new(7, &agreement("Bel", "", "")).link(&page, Language::Nl);
        let begin = format!("https://a.example/?{keeping}&lang=nl#check-in=");
        assert!(link.expect("a link").starts_with(&begin));
    }
    let other = page("https://a.example/?persist=device&persist=nonesuch");
    assert_eq!(String::from(other), "https://a.example/");
}

#[test]
fn what_is_no_address_of_a_page_is_no_link() {
    for address in [
        "",
        "about:blank",
        "about:srcdoc",
        "file:///home/a/index.html",
        "data:text/html,x",
        "javascript:alert(1)//https://a.example",
        "blob:https://a.example/1",
        "HTTPS://a.example",
        "https://",
        "https:///path",
        "https://?x",
        "https://user@a.example/",
        "https://user:word@a.example/",
        "https://a.example/a b",
        "https://a.example/\r\nATTACH:x",
        "https://a.example/é",
        "https://a.example/\"x",
        " https://a.example/",
    ] {
        assert!(
            PageAddress::try_from(address.to_owned()).is_err(),
            "{address:?}"
        );
    }
}

#[test]
fn what_a_link_holds_is_read_as_it_was_written() {
    let written = Agreement {
        if_then: plan("een klant afzegt", "bel ik de volgende"),
        ..agreement(
            "Ik bel, 50% & meer: é 🙂 #1 +/?=",
            "Twee offertes",
            "Vandaag bellen",
        )
    };
    let link = CheckIn::new(90, &written).link(&page("https://a.example/"), Language::Nl);
    let link = link.expect("a link");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    assert!(held(&link).bytes().all(plain), "{link}");
    let read = CheckIn::read(held(&link)).expect("it is read");
    let expected = CheckIn {
        day: 90,
        agreed: written.text,
        indicator: written.indicator,
        first_step: written.first_step,
        if_then: written.if_then,
    };
    assert_eq!(read, expected);
    let plan = json!({ "situation": "een klant afzegt", "response": "bel ik de volgende" });
    assert_eq!(
        json_in(&link),
        json!({ "day": 90, "agreed": expected.agreed, "indicator": "Twee offertes", "firstStep": "Vandaag bellen", "ifThen": plan })
    );
}

#[test]
fn a_text_is_cut_to_300_characters_and_says_so() {
    let long = "é".repeat(MAX_LINK_TEXT + 1);
    let whole = "é".repeat(MAX_LINK_TEXT);
    let check_in = CheckIn::new(0, &agreement(&long, &whole, "a\nb\r\n  c"));
    assert_eq!(
        check_in.agreed,
        format!("{}…", "é".repeat(MAX_LINK_TEXT - 1))
    );
    assert_eq!(check_in.indicator, whole);
    assert_eq!(check_in.first_step, "a b c");
}

#[test]
fn of_a_link_that_is_too_long_the_longest_other_text_goes_first_and_the_agreement_is_cut_last() {
    // A page of 200 bytes: 1,780 are left, of base64 for some 1,330 bytes of JSON.
    let address = |length: usize| format!("https://a.example/{}", "p".repeat(length - 18));
    let of = |page_length: usize, agreed: usize, indicator: usize, first_step: usize| {
        let [agreed, indicator, first_step] =
            [agreed, indicator, first_step].map(|length| "é".repeat(length));
        let check_in = CheckIn::new(7, &agreement(&agreed, &indicator, &first_step));
        let link = check_in.link(&page(&address(page_length)), Language::Nl)?;
        assert!(link.len() <= MAX_LINK, "{}", link.len());
        let read = CheckIn::read(held(&link)).expect("it is read");
        let count = |text: String| text.chars().count();
        Some([read.agreed, read.indicator, read.first_step].map(count))
    };
    assert_eq!(of(200, 200, 200, 200), Some([200, 200, 200]));
    assert_eq!(of(200, 300, 300, 299), Some([300, 0, 299]));
    assert_eq!(of(200, 300, 299, 300), Some([300, 299, 0]));
    assert_eq!(of(1_000, 300, 200, 100), Some([300, 0, 0]));
    // 1,576 and the rest of the address: 24 letters and 400 of base64, 300 bytes of JSON.
    let [cut, 0, 0] = of(1_570, 300, 200, 100).expect("a link") else {
        panic!("more than the agreement");
    };
    assert!((100..200).contains(&cut), "{cut}");
    assert_eq!(of(1_960, 300, 200, 100), None);
}

#[test]
fn of_a_plan_both_halves_are_in_a_link_or_neither() {
    let read = |plan: IfThen, indicator: usize| {
        let agreement = Agreement {
            if_then: plan,
            ..agreement(&"a".repeat(300), &"i".repeat(indicator), "")
        };
        let link = CheckIn::new(7, &agreement).link(&page("https://a.example/"), Language::Nl);
        CheckIn::read(held(&link.expect("a link"))).expect("it is read")
    };
    let half = "é".repeat(300);
    let short = plan("s", "r");
    // A plan of two halves of 600 bytes is longer than any other text.
    assert_eq!(read(plan(&half, &half), 300).if_then, IfThen::default());
    assert_eq!(read(plan(&half, &half), 300).indicator.len(), 300);
    assert_eq!(read(short.clone(), 300).if_then, short);
    let lone = plan("", "a\nb");
    assert_eq!(read(lone, 0).if_then, plan("", "a b"));
}

#[test]
fn the_agreement_of_a_reminder_is_the_first_of_the_respondent_that_says_something() {
    let record = |n: usize, owner: Owner, text: &str| {
        let agreement = Agreement {
            owner,
            ..agreement(text, "", "")
        };
        let at = moment("2026-11-24T10:15:00+01:00");
        AgreementRecord::new(format!("a-{n}"), "s-1".to_owned(), at, agreement)
    };
    let joined = |agreements: &[(Owner, &str)]| JoinedRecords {
        agreements: agreements
            .iter()
            .enumerate()
            .map(|(n, (owner, text))| record(n, *owner, text))
            .collect(),
        influences: Vec::new(),
    };
    let reminded = |agreements: &[(Owner, &str)]| {
        let joined = joined(agreements);
        joined.reminded().map(|one| one.text.clone())
    };
    use Owner::{Manager, Rep};
    assert_eq!(reminded(&[]), None);
    assert_eq!(reminded(&[(Manager, "help"), (Rep, " \n\u{200B}")]), None);
    let several = [(Manager, "help"), (Rep, ""), (Rep, "bel"), (Rep, "schrijf")];
    assert_eq!(reminded(&several).as_deref(), Some("bel"));
}

#[test]
fn a_fragment_that_is_no_check_in_is_refused() {
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    let texts = [
        "",
        "null",
        "7",
        "\"x\"",
        "[]",
        "[7,\"x\"]",
        "{}",
        r#"{"day":7}"#,
        r#"{"agreed":"x"}"#,
        r#"{"day":7,"agreed":""}"#,
        r#"{"day":7,"agreed":" \n\t "}"#,
        "{\"day\":7,\"agreed\":\"\u{200B}\u{FEFF}\"}",
        r#"{"day":7,"agreed":"\u0000\u001b"}"#,
        r#"{"day":7,"agreed":1}"#,
        r#"{"day":7,"agreed":null}"#,
        r#"{"day":7,"agreed":["x"]}"#,
        r#"{"day":7,"agreed":{"x":"y"}}"#,
        r#"{"day":"7","agreed":"x"}"#,
        r#"{"day":-1,"agreed":"x"}"#,
        r#"{"day":7.5,"agreed":"x"}"#,
        r#"{"day":367,"agreed":"x"}"#,
        r#"{"day":4294967296,"agreed":"x"}"#,
        r#"{"day":1e400,"agreed":"x"}"#,
        r#"{"day":7,"agreed":"x","indicator":null}"#,
        r#"{"day":7,"agreed":"x","firstStep":7}"#,
        r#"{"day":7,"agreed":"x","ifThen":"y"}"#,
        r#"{"day":7,"agreed":"x","ifThen":{"situation":7}}"#,
        r#"{"day":7,"agreed":"x","ifThen":{"response":["y"]}}"#,
        r#"{"day":7,"agreed":"x","ifThen":{"other":"y"}}"#,
        r#"{"day":7,"agreed":"x""#,
        r#"{"day":7,"agreed":"x"}}"#,
        r#"{"day":7,"agreed":"\ud800"}"#,
        &format!(r#"{{"day":7,"agreed":"x","other":{deep}}}"#),
    ];
    for text in texts {
        assert_eq!(CheckIn::read(&encoded(text)), None, "{text}");
    }
    // The same that is sound shows that it is not the encoding that is refused.
    let sound = encoded(r#"{"day":7,"agreed":"x","other":"y"}"#);
    assert!(CheckIn::read(&sound).is_some());
    let long = encoded(&format!(r#"{{"day":7,"agreed":"{}"}}"#, "x".repeat(1_500)));
    assert!(long.len() > MAX_LINK);
    let not_utf_8 = Base64UrlUnpadded::encode_string(b"{\"day\":7,\"agreed\":\"\xFF\"}");
    for fragment in [
        &long,
        &not_utf_8,
        &format!("{sound}="),
        &format!("{sound}=="),
        &format!(" {sound}"),
        &format!("{sound}&x=y"),
        &sound.replace(|one: char| one.is_ascii_lowercase(), "%"),
        "%7B%22day%22%3A7%7D",
        "+/+/",
        "é",
        "A",
        &"A".repeat(5_000_000),
    ] {
        assert_eq!(CheckIn::read(fragment), None);
    }
}

#[test]
fn what_a_fragment_says_is_made_safe_to_show() {
    let lines = CALENDAR.map(str::to_owned);
    for text in executable().into_iter().chain(lines) {
        let plan = json!({ "situation": text, "response": text });
        let json =
            json!({ "day": 2, "agreed": format!("a{text}"), "indicator": text, "ifThen": plan });
        let fragment = encoded(&json.to_string());
        let Some(read) = CheckIn::read(&fragment) else {
            assert!(fragment.len() > MAX_LINK, "{text:?}");
            continue;
        };
        let plan = read.if_then;
        for text in [
            read.agreed,
            read.indicator,
            read.first_step,
            plan.situation,
            plan.response,
        ] {
            assert!(!text.chars().any(untrusted::is_unsafe), "{text:?}");
            assert!(text.chars().count() <= MAX_LINK_TEXT);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_calendar_with_the_agreement_holds_no_id_no_label_and_no_score_in_its_links(
        id in "[a-z]{8}[0-9]{8}",
        label in "[A-Z]{3} [a-z]{12}[0-9]{4}",
        agreed in ".{1,400}",
        indicator in ".{0,400}",
        situation in ".{0,100}",
        path in "[a-z]{0,600}",
    ) {
        let instrument = sales_mindset();
        let mut parts = example_session(&instrument).expect("an example").parts().clone();
        parts.id = id.clone();
        parts.subject.pseudonym = label.clone();
        let session = Session::restore(&instrument, parts);
        let at = moment("2026-11-24T10:15:00+01:00");
        let mut record = AgreementRecord::new(
            format!("agreed-{id}"),
            id.clone(),
            at.clone(),
            Agreement {
                why: label.clone(),
                helper: label.clone(),
                if_then: plan(&situation, ""),
                ..agreement(&agreed, &indicator, "")
            }
            .fitted(),
        );
        record.unknown = Map::from_iter([("secret".to_owned(), json!(label))]);
        let joined = JoinedRecords { agreements: vec![record], influences: Vec::new() };
        let input = ResultInput {
            instrument: &instrument,
            session: &session,
            joined: &joined,
            export_id: "e-1".to_owned(),
            exported_at: at,
            language: Language::Nl,
            unknown: &Map::new(),
            share: Share::EVERYTHING,
            zone: Zone::around(29_400_000, "Etc/UTC".to_owned(), |_| 0),
            page: Some(page(&format!("https://a.example/{path}"))),
        };
        let calendar = write_as(FileFormat::Calendar, &input).bytes;
        let calendar = String::from_utf8(calendar).expect("text").replace("\r\n ", "");
        let expected = if joined.reminded().is_some() { 6 } else { 0 };
        let mut days = Vec::new();
        for line in calendar.lines().filter(|line| line.contains("#check-in=")) {
            prop_assert!(line.starts_with("DESCRIPTION:"));
            let (_, link) = line.split_once("\\n\\n").expect("below what is asked");
            prop_assert!(link.len() <= MAX_LINK);
            let start = format!("https://a.example/{path}?lang=nl#check-in=");
            prop_assert!(link.starts_with(&start));
            let held = json_in(link);
            let fields: Vec<&str> = held.as_object().expect("an object").keys().map(String::as_str).collect();
            prop_assert!(fields.iter().all(|name| ["day", "agreed", "indicator", "firstStep", "ifThen"].contains(name)), "{fields:?}");
            let said = held.to_string();
            prop_assert!(!said.contains(&id) && !said.contains(&label));
            days.extend(held["day"].as_u64());
        }
        prop_assert_eq!(days.len(), expected);
        if expected > 0 {
            prop_assert_eq!(days, [0, 2, 7, 14, 30, 90]);
        }
    }
}

#[test]
fn a_calendar_without_a_page_or_without_an_agreement_has_no_link() {
    let instrument = sales_mindset();
    let session = example_session(&instrument).expect("an example");
    let at = moment("2026-11-24T10:15:00+01:00");
    let agreed = AgreementRecord::new(
        "a-1".to_owned(),
        "s-1".to_owned(),
        at.clone(),
        agreement("Bel drie klanten", "", ""),
    );
    let links = |agreements: Vec<AgreementRecord>, page: Option<PageAddress>| {
        let joined = JoinedRecords {
            agreements,
            influences: Vec::new(),
        };
        let input = ResultInput {
            instrument: &instrument,
            session: &session,
            joined: &joined,
            export_id: "e-1".to_owned(),
            exported_at: at.clone(),
            language: Language::Nl,
            unknown: &Map::new(),
            share: Share::EVERYTHING,
            zone: Zone::around(29_400_000, "Etc/UTC".to_owned(), |_| 0),
            page,
        };
        let text = String::from_utf8(write_as(FileFormat::Calendar, &input).bytes);
        text.expect("text")
            .replace("\r\n ", "")
            .matches("https://")
            .count()
    };
    let here = || Some(page("https://a.example/"));
    assert_eq!(links(vec![agreed.clone()], here()), 6);
    assert_eq!(links(vec![agreed], None), 0);
    assert_eq!(links(Vec::new(), here()), 0);
}
