//! A zip file that depends on its contents alone: the same files give the same bytes.

use super::Files;
use anyhow::Context;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs the files in the order of their names, all with the same date and the same rights.
pub fn zip(files: &Files) -> anyhow::Result<Vec<u8>> {
    pack(files).context("The package could not be put together")
}

fn pack(files: &Files) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // The first day that a zip file can name.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    #[test]
    fn what_was_packed_comes_out_again_in_the_order_of_the_names() {
        let packed = zip(&sample()).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert_eq!(names, sample().into_keys().collect::<Vec<_>>());
        for (name, bytes) in sample() {
            let mut read = Vec::new();
            archive
                .by_name(&name)
                .unwrap()
                .read_to_end(&mut read)
                .unwrap();
            assert_eq!(read, bytes, "{name}");
        }
    }

    #[test]
    fn the_same_files_give_the_same_bytes_at_any_time() {
        let packed = zip(&sample()).unwrap();
        assert_eq!(packed, zip(&sample()).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        for index in 0..archive.len() {
            let file = archive.by_index(index).unwrap();
            let date = file.last_modified().unwrap();
            assert_eq!((date.year(), date.month(), date.day()), (1980, 1, 1));
            assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644));
        }
    }
}
