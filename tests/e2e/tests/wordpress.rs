//! The snippets on a real WordPress, by role, and through a filter like Moodle's.

use e2e::Outcome;
use e2e::host::Host;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::skip::skipped;
use e2e::wordpress::{self, WordPress};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What `cargo xtask test` could not unpack.
const MISSING: &str = "there is no WordPress and no HTML Purifier: their packages are unpacked by apt-get and dpkg-deb";

/// A row of the table: its name, the user who posts, and whether the site forbids free HTML.
type Row = (&'static str, &'static str, bool);

#[test]
fn what_survives_in_wordpress_is_what_the_table_says() {
    measure(
        false,
        &[
            ("WordPress, administrator", "second", false),
            ("WordPress, editor", "editor", false),
            ("WordPress, author", "author", false),
            (
                "WordPress with DISALLOW_UNFILTERED_HTML, administrator",
                "second",
                true,
            ),
        ],
    );
}

#[test]
fn what_survives_in_a_network_of_wordpress_is_what_the_table_says() {
    measure(
        true,
        &[
            (
                "WordPress network, super administrator",
                "administrator",
                false,
            ),
            (
                "WordPress network, administrator of a site",
                "second",
                false,
            ),
            ("WordPress network, editor", "editor", false),
        ],
    );
}

/// Posts every snippet as everybody, reads it in the browser, and holds it to what is on file.
fn measure(network: bool, rows: &[Row]) {
    let Some(unpacked) = wordpress::unpacked() else {
        return skipped(MISSING);
    };
    let wordpress = WordPress::start(&unpacked, network).expect("a WordPress");
    run(Setup::desk().noisy(), async |page| {
        let integrity = wordpress::integrity(&unpacked, &page.site().file("embed.js"))?;
        let snippets = wordpress::snippets_for(&page.site().address(), &integrity)?;
        let mut measured = BTreeMap::new();
        for (row, user, strict) in rows {
            let mut survives = BTreeMap::new();
            for (name, address) in wordpress.publish(user, *strict, &snippets)? {
                survives.insert(name, left_of(page, &address).await?);
            }
            measured.insert(*row, json!(survives));
        }
        let known = wordpress::snippets()?;
        for (row, survives) in &measured {
            assert_eq!(&known["survives"][row], survives, "{row} of {measured:#?}");
        }
        Ok(())
    });
}

/// What a reader of a post gets: the questionnaire, only a link to it, or nothing.
async fn left_of(page: &Page, address: &str) -> Outcome<&'static str> {
    let host = Host::at(page, address, None).await?;
    // A page may be called loaded a little before the script of the tag has run.
    page.until("the script of the snippet, where it was left", async || {
        let script = "return !!customElements.get('mindset-mirror')
            || ![...document.scripts].some((one) => one.src.endsWith('embed.js'))";
        let has_run = page.script(script, Vec::new()).await?;
        Ok((has_run == true).then_some(()))
    })
    .await?;
    let script = "const post = document.querySelector('.wp-block-post-content');
        const seen = (one) => one?.checkVisibility() === true;
        const frame = post.querySelector('iframe');
        frame?.scrollIntoView();
        return [!!customElements.get('mindset-mirror') && seen(post.querySelector('mindset-mirror')), seen(frame),
            [...post.querySelectorAll('a')].some((one) => one.href.startsWith(arguments[0]) && one.innerText && seen(one))]";
    let site = json!(page.site().address());
    let found = page.script(script, vec![site]).await?;
    if found[0] == true {
        host.enter(0).await?;
    } else if found[1] == true {
        let script = "return document.querySelector('.wp-block-post-content iframe')";
        let frame = page.driver().execute(script, Vec::new()).await?;
        frame.element()?.enter_frame().await?;
    } else {
        return Ok(if found[2] == true { "link" } else { "nothing" });
    }
    page.screen("start").await?;
    host.leave().await?;
    Ok("questionnaire")
}

#[test]
fn what_survives_a_filter_like_moodles_is_what_is_on_file() {
    let Some(unpacked) = wordpress::unpacked() else {
        return skipped(MISSING);
    };
    let snippets = wordpress::snippets_for("https://questionnaire.example/", "sha384-0");
    let purified: BTreeMap<String, String> = snippets
        .expect("snippets")
        .into_iter()
        .map(|(name, text)| (name, wordpress::purified(&unpacked, &text).expect("a text")))
        .collect();
    let known: Value = wordpress::snippets().expect("snippets");
    assert_eq!(known["purified"], json!(purified), "{purified:#?}");
}
