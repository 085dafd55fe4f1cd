//! QR codes, read back by an independent reader from what an SVG would show.

use crate::support::*;
use hand_over::{MAX_QR_VERSION, MAX_SCREEN_QR_VERSION, QUIET_ZONE, QrCode, TooLongForQr};
use rqrr::PreparedImage;

/// The address of a page, as long as they are.
const ADDRESS: &str = "https://scan.example.org/mindset/talk.html";

/// The modules that a path paints dark, a row after another. Only such paths are understood as are
/// made: `M`, then `h`, `v1`, `h-` and `z`.
fn painted(code: &QrCode) -> Vec<Vec<bool>> {
    let mut rows = vec![vec![false; code.size]; code.size];
    for run in code.path.split_terminator('z') {
        let run = run.strip_prefix('M').expect("a beginning");
        let (from, back) = run.split_once("v1h-").expect("a rectangle of one row");
        let (from, width) = from.split_once('h').expect("a width");
        assert_eq!(width, back, "it closes where it began");
        let (x, y) = from.split_once(' ').expect("two numbers");
        let [x, y, width] = [x, y, width].map(|one| one.parse::<usize>().expect("a number"));
        for module in &mut rows[y][x..x + width] {
            assert!(!*module, "painted once");
            *module = true;
        }
    }
    rows
}

/// What an independent reader finds in a picture with so many pixels a module.
fn read_back(code: &QrCode, pixels: usize) -> Vec<String> {
    let rows = painted(code);
    let side = code.size * pixels;
    let mut picture = PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        if rows[y / pixels][x / pixels] { 0 } else { 255 }
    });
    let found = picture.detect_grids();
    found
        .iter()
        .map(|grid| grid.decode().expect("it can be decoded").1)
        .collect()
}

#[test]
fn the_link_is_read_back() {
    for code in some_codes(&scan(), 24, 50) {
        let link = format!("{ADDRESS}{}", code.fragment());
        let qr = QrCode::of(&link).expect("it fits");
        assert_eq!(read_back(&qr, 4), [link]);
    }
}

#[test]
fn what_is_written_in_other_letters_is_read_back_too() {
    for text in [
        "7",
        "abc",
        "https://example.org/",
        "7K3M9Q2P",
        "é#code=7K3M",
        "A-b-C",
    ] {
        let qr = QrCode::of(text).expect("it fits");
        assert_eq!(read_back(&qr, 5), [text]);
    }
}

/// Of the longest link 48 characters are bytes and 30 are letters and digits, of 11 bits a pair: 12 + 384
/// and 13 + 165 bits are 574, and version 5 (37 modules) holds 688 at level M (ISO/IEC 18004:2015, table
/// 7). With its quiet zone a module of it is 0.56 mm on 25 mm.
#[test]
fn a_link_stays_small_enough_for_paper() {
    for code in some_codes(&scan(), 24, 51) {
        let qr = QrCode::of(&format!("{ADDRESS}{}", code.fragment())).expect("it fits");
        assert!(qr.size <= 37 + 2 * QUIET_ZONE, "{}", qr.size);
    }
}

#[test]
fn four_light_modules_stand_on_every_side() {
    let qr = QrCode::of(ADDRESS).expect("it fits");
    let rows = painted(&qr);
    let inside = QUIET_ZONE..qr.size - QUIET_ZONE;
    for (y, row) in rows.iter().enumerate() {
        for (x, &dark) in row.iter().enumerate() {
            assert!(!dark || (inside.contains(&x) && inside.contains(&y)));
        }
    }
    // The corners of its finder patterns are dark, right behind the quiet zone.
    assert!(rows[4][4] && rows[4][qr.size - 5] && rows[qr.size - 5][4]);
}

/// Version 10 at level M holds 213 bytes, or 311 letters and digits (ISO/IEC 18004:2015, table 7).
#[test]
fn a_text_that_would_be_too_fine_on_paper_is_refused() {
    let largest = QrCode::of(&"a".repeat(213)).expect("it fits");
    assert_eq!(
        largest.size,
        17 + 4 * usize::from(MAX_QR_VERSION) + 2 * QUIET_ZONE
    );
    assert_eq!(read_back(&largest, 4), ["a".repeat(213)]);
    let capitals = "A".repeat(311);
    assert_eq!(
        read_back(&QrCode::of(&capitals).expect("it fits"), 4),
        [capitals]
    );
    assert_eq!(QrCode::of(&"A".repeat(312)), Err(TooLongForQr));
    for length in [214, 10_000] {
        assert_eq!(QrCode::of(&"a".repeat(length)), Err(TooLongForQr));
    }
}

/// Version 18 at level M holds 560 bytes, or 816 letters and digits (ISO/IEC 18004:2015, table 7).
#[test]
fn a_text_for_a_screen_may_be_longer() {
    let largest = QrCode::for_screen(&"a".repeat(560)).expect("it fits");
    let modules = 17 + 4 * usize::from(MAX_SCREEN_QR_VERSION);
    assert_eq!(largest.size, modules + 2 * QUIET_ZONE);
    assert_eq!(QrCode::for_screen(&"a".repeat(561)), Err(TooLongForQr));
    // The code of a round of 32 statements has 445 letters and digits behind its address.
    let link = format!("{ADDRESS}#round={}", &SYMBOLS.repeat(14)[..445]);
    let qr = QrCode::for_screen(&link).expect("it fits");
    assert_eq!(read_back(&qr, 3), [link]);
    let capitals = "A".repeat(816);
    let qr = QrCode::for_screen(&capitals).expect("it fits");
    assert_eq!(read_back(&qr, 4), [capitals]);
    assert_eq!(QrCode::for_screen(&"A".repeat(817)), Err(TooLongForQr));
}
