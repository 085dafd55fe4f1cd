//! What files weigh, as they are and as a web server sends them.

use anyhow::Context;
use std::fmt::Write;

/// One file of the build.
pub struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Weighs one file: its bytes, and what brotli at quality 11 makes of them.
pub fn weigh(name: String, bytes: &[u8]) -> anyhow::Result<Weight> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)
        .with_context(|| format!("{name} could not be compressed"))?;
    Ok(Weight {
        name,
        raw: bytes.len(),
        brotli: packed.len(),
    })
}

/// What all the files together weigh after brotli, in bytes.
pub fn total(files: &[Weight]) -> usize {
    files.iter().map(|file| file.brotli).sum()
}

/// Bytes as kilobytes of 1000 bytes, rounded up to the next tenth: a budget is never met by rounding.
pub fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// A table for people: a line a file, and the total, called `what`, beside its budget.
pub fn table(what: &str, files: &[Weight], budget: usize) -> String {
    let mut text = format!("{:>12} {:>12}  file\n", "raw", "brotli");
    for file in files {
        let (raw, packed) = (kilobytes(file.raw), kilobytes(file.brotli));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{raw:>12} {packed:>12}  {}", file.name);
    }
    let raw = kilobytes(files.iter().map(|file| file.raw).sum());
    let packed = kilobytes(total(files));
    let budget = kilobytes(budget);
    let _ = write!(text, "{raw:>12} {packed:>12}  {what} (budget {budget})");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kilobytes_round_up() {
        assert_eq!(kilobytes(0), "0.0 KB");
        assert_eq!(kilobytes(1), "0.1 KB");
        assert_eq!(kilobytes(200_000), "200.0 KB");
        assert_eq!(kilobytes(200_001), "200.1 KB");
    }

    #[test]
    fn repetition_packs_well_and_the_raw_size_is_kept() {
        let file = weigh("a.css".to_owned(), &[b'a'; 10_000]).unwrap();
        assert_eq!(file.raw, 10_000);
        assert!(file.brotli < 100, "{}", file.brotli);
    }

    #[test]
    fn the_table_ends_on_the_total() {
        let files = ["a.js", "b.css"].map(|name| Weight {
            name: name.to_owned(),
            raw: 2_000,
            brotli: 1_000,
        });
        assert_eq!(total(&files), 2_000);
        let table = table("first load", &files, 200_000);
        let last = table.lines().last().unwrap();
        assert!(
            last.ends_with("2.0 KB  first load (budget 200.0 KB)"),
            "{last}"
        );
    }
}
