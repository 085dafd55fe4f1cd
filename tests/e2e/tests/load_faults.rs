//! When the questionnaire cannot be shown on another site: a reason, a code and a way on, within
//! eight seconds, for every way of failing.

use e2e::Outcome;
use e2e::host::Host;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;
use serde_json::json;

/// A fault and the code that the host hears; whether the panel is the frame's own.
macro_rules! faults {
    ($($name:ident: $setup:expr => $code:literal, $inside:expr;)*) => {$(
        #[test]
        fn $name() {
            let setup = $setup.language(Language::En).noisy();
            run(setup, async |page| is_reported(page, $code, $inside).await);
        }
    )*};
}

faults! {
    a_page_that_is_missing_is_reported: Setup::desk().fault(Fault::Missing("index.html")) => "silent", false;
    a_server_that_breaks_is_reported: Setup::desk().fault(Fault::Broken("index.html")) => "silent", false;
    a_server_that_never_answers_is_reported: Setup::desk().fault(Fault::Stall("index.html")) => "unreachable", false;
    a_script_of_a_wrong_type_is_reported: Setup::desk().fault(Fault::Mistyped("frame.js")) => "silent", false;
    a_script_with_one_bit_turned_over_is_reported: Setup::desk().fault(Fault::Flip("frame.js")) => "silent", false;
    a_missing_program_is_reported: Setup::desk().fault(Fault::Missing("_bg.wasm")) => "files", true;
    a_program_that_never_comes_is_reported: Setup::desk().fault(Fault::Stall("_bg.wasm")) => "slow", true;
    half_a_program_is_reported: Setup::desk().fault(Fault::Truncate("_bg.wasm")) => "files", true;
    a_program_with_one_bit_turned_over_is_reported: Setup::desk().fault(Fault::Flip("_bg.wasm")) => "files", true;
    a_missing_interface_is_reported: Setup::desk().fault(Fault::Missing("content/interface-*.bin")) => "files", true;
    half_an_interface_is_reported: Setup::desk().fault(Fault::Truncate("content/interface-*.bin")) => "files", true;
    an_interface_with_one_bit_turned_over_is_reported: Setup::desk().fault(Fault::Flip("content/interface-*.bin")) => "files", true;
    an_interface_that_never_comes_is_reported: Setup::desk().fault(Fault::Stall("content/interface-*.bin")) => "slow", true;
    a_missing_questionnaire_is_reported: Setup::desk().fault(Fault::Missing("content/sales-mindset-*.bin")) => "files", true;
    a_questionnaire_with_one_bit_turned_over_is_reported: Setup::desk().fault(Fault::Flip("content/sales-mindset-*.bin")) => "files", true;
    a_policy_without_wasm_is_reported: Setup::desk().policy(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
    ) => "policy", true;
    a_browser_without_wasm_is_reported: Setup::desk().before("delete window.WebAssembly") => "browser", true;
}

async fn is_reported(page: &Page, code: &str, inside: bool) -> Outcome {
    // Loads the script once the page itself is there: a driver waits for the frames before that.
    let host = Host::open(page, "delayed.html", None).await?;
    let detail = host.hears("error").await?;
    assert_eq!(detail, json!({"v": 1, "code": code, "recoverable": true}));
    let said = match inside {
        false => host.panel().await?,
        true => host.panel_inside().await?,
    };
    assert!(said.len() > 60 && said.contains("tab"), "{said}");
    // By the page's own clock, however late a busy machine looks: eight seconds, and one for
    // loading the script itself.
    host.leave().await?;
    let waited = page.script("return erredAt - beganAt", Vec::new()).await?;
    let waited = waited.as_f64().unwrap_or(f64::MAX);
    assert!(waited < 9000.0, "{waited} ms");
    Ok(())
}

#[test]
fn without_a_connection_it_says_so_and_tries_again_when_asked() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.fits(0).await?;
        host.leave().await?;
        page.offline(true).await?;
        let again = "const one = document.querySelector('mindset-mirror'); window.heard.length = 0;
            one.persist = 'none'";
        page.script(again, Vec::new()).await?;
        let detail = host.hears("error").await?;
        assert_eq!(detail["code"], "offline");
        assert!(host.panel().await?.contains("connection"));
        page.offline(false).await?;
        let press =
            "document.querySelector('mindset-mirror').shadowRoot.querySelector('button').click()";
        page.script(press, Vec::new()).await?;
        host.hears("ready").await?;
        Ok(())
    });
}

#[test]
fn without_its_script_what_stands_in_the_tag_is_shown() {
    let setup = Setup::desk().language(Language::En);
    run(setup.fault(Fault::Missing("embed.js")), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.leave().await?;
        assert!(page.text().await?.contains("Open the scan"));
        Ok(())
    });
}
