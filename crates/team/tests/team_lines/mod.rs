//! The first scale of the scan, for made-up teams that answer it.
#![allow(dead_code, reason = "each test uses what it needs")]

use model::{Day, Instrument};
use std::cell::RefCell;
use std::rc::Rc;

/// Items of the scale.
pub const ITEMS: usize = 8;

const IDS: [&str; ITEMS] = [
    "ACC-01", "ACC-02", "ACC-09", "ACC-10", "ACC-05", "ACC-11", "ACC-07", "ACC-08",
];

pub fn item_id(item: usize) -> &'static str {
    IDS[item]
}

/// The items of a facet, by their places: each has the two that follow each other.
pub fn items_of_facet(facet: usize) -> [usize; 2] {
    [2 * facet, 2 * facet + 1]
}

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The scan, read once.
pub fn scan() -> Rc<Instrument> {
    thread_local! {
        static SCAN: RefCell<Option<Rc<Instrument>>> = const { RefCell::new(None) };
    }
    SCAN.with_borrow_mut(|known| {
        let read = || Rc::new(content::scan().instrument().expect("what ships is sound"));
        known.get_or_insert_with(read).clone()
    })
}
