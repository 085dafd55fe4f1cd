//! Page translation and extensions put other nodes where the page's own were. No answer may land on
//! another statement by it, on any screen.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::{Page, Sight};
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::{Value, json};

/// Wraps every text node in two `font` elements after each change, as the translators of
/// Chromium and Google do; the text node itself moves into them.
const WRAP: &str = "window.__translated = (font, text) => { text.replaceWith(font); font.firstChild.append(text); };";

/// The same with a new text node: the page's own is gone from the document.
const REPLACE: &str = "window.__translated = (font, text) => { font.firstChild.append(text.data); text.replaceWith(font); };";

const TRANSLATE: &str = "
    const translate = () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            const parent = text.parentElement;
            if (!text.data.trim() || parent.closest('font, script, style, [translate=no]')) continue;
            const font = document.createElement('font');
            font.append(document.createElement('font'));
            window.__translated(font, text);
        }
    };
    const observer = new MutationObserver(() => {
        translate();
        observer.takeRecords();
    });
    document.addEventListener('DOMContentLoaded', () => {
        translate();
        observer.observe(document.body, {subtree: true, childList: true, characterData: true});
    });";

#[test]
fn with_every_text_wrapped_answers_stay_with_the_statement_that_was_read() {
    run(Setup::desk().before(WRAP).before(TRANSLATE), answers_stay);
}

#[test]
fn with_every_text_replaced_answers_stay_with_the_statement_that_was_read() {
    run(
        Setup::desk().before(REPLACE).before(TRANSLATE),
        answers_stay,
    );
}

/// What an extension puts before every text, as those that read aloud do.
const MARK: char = '†';

/// Runs `__changed` on every text, after each change of the page once.
const EVERY_TEXT: &str = "
    const seen = new WeakMap();
    const change = () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (!text.data.trim() || seen.get(text) === text.data) continue;
            if (text.parentElement.closest('script, style, [data-mark]')) continue;
            seen.set(text, text.data);
            window.__changed(text);
        }
    };
    const observer = new MutationObserver(change);
    document.addEventListener('DOMContentLoaded', () => {
        change();
        observer.observe(document.body, {subtree: true, childList: true, characterData: true});
    });";

/// Puts an element of its own before each text.
const INSERT: &str = "window.__changed = text => {
    const mark = document.createElement('span');
    mark.dataset.mark = '';
    mark.ariaHidden = 'true';
    mark.append('†');
    text.before(mark);
};";

/// Takes each text out, and puts it back a little later, if its place is still there.
const REMOVE: &str = "window.__changed = text => {
    const place = document.createComment('');
    text.replaceWith(place);
    setTimeout(() => place.isConnected && place.replaceWith(text), 30);
};";

/// Turns the order of the options, and of all else that stands side by side on the screen, round.
const REORDER: &str = "
    const turned = new WeakSet();
    window.__changed = text => {
        for (let at = text.parentElement; at && at.closest('main') && !at.matches('main'); at = at.parentElement) {
            const around = at.parentElement;
            if (turned.has(around) || around.children.length < 2) continue;
            turned.add(around);
            around.append(...[...around.children].reverse());
        }
    };";

#[test]
fn with_elements_inserted_answers_stay_with_the_statement_that_was_read() {
    run(
        Setup::desk().before(INSERT).before(EVERY_TEXT),
        answers_stay,
    );
}

#[test]
fn with_every_text_removed_for_a_while_answers_stay_with_the_statement_that_was_read() {
    run(
        Setup::desk().before(REMOVE).before(EVERY_TEXT),
        answers_stay,
    );
}

#[test]
fn with_everything_reordered_answers_stay_with_the_statement_that_was_read() {
    run(
        Setup::desk().before(REORDER).before(EVERY_TEXT),
        answers_stay,
    );
}

/// Reads the statement and the options as they stand on the screen, and answers by them.
async fn answers_stay(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    let language = page.language();
    page.begin().await?;
    for item in instrument.order() {
        let wording = instrument.wording(&item, language);
        let reads = |sight: &Sight| sight.legend.replace(MARK, "") == wording;
        let sight = page.see(&wording, reads).await?;
        assert_eq!(
            sight.item, item,
            "the statement that is read is the one that is asked"
        );
        let label = instrument.label(answers[&item], language);
        page.until(&label, async || {
            let option = page.driver().execute(OPTION, vec![json!(label)]).await?;
            if option.json() == &Value::Null {
                return Ok(None);
            }
            page.work(&option.element()?).await.map(Some)
        })
        .await?;
        let next = page
            .see(&format!("what follows {item}"), |next| next.item != item)
            .await?;
        if next.screen == "interlude" {
            page.press(names::GO_ON).await?;
        }
    }
    page.to_review_without_context().await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    assert_eq!(page.save().await?.answers(), answers);
    let percents = page.percents().await?;
    page.my_data().await?;
    page.open_result().await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

/// The option whose label reads so.
const OPTION: &str = "return [...document.querySelectorAll('[data-part=option]')].find(option =>
    option.querySelector('[data-part=option-label]').textContent.replace('†', '').trim() === arguments[0]) || null";
