//! The pure parts of the ports: ids, times, and which ports are the same.

use platform::doubles::Doubles;
use platform::{Local, Random, new_id};

struct Fixed([u8; 16]);

impl Random for Fixed {
    fn bytes(&self) -> [u8; 16] {
        self.0
    }
}

#[test]
fn ids_have_the_version_and_variant_bits_of_rfc_4122() {
    let all = "ffffffff-ffff-4fff-bfff-ffffffffffff";
    assert_eq!(new_id(&Fixed([0xff; 16])), all);
    let none = "00000000-0000-4000-8000-000000000000";
    assert_eq!(new_id(&Fixed([0; 16])), none);
    let bytes = std::array::from_fn(|n| n as u8 * 0x11);
    let counted = "00112233-4455-4677-8899-aabbccddeeff";
    assert_eq!(new_id(&Fixed(bytes)), counted);
}

#[test]
fn local_time_carries_its_offset_on_either_side_of_greenwich() {
    let time = |offset| Local {
        year: 2026,
        month: 3,
        day: 9,
        hour: 7,
        minute: 5,
        second: 0,
        offset,
    };
    assert_eq!(time(60).to_string(), "2026-03-09T07:05:00+01:00");
    assert_eq!(time(0).to_string(), "2026-03-09T07:05:00+00:00");
    assert_eq!(time(-210).to_string(), "2026-03-09T07:05:00-03:30");
    assert_eq!(time(345).to_string(), "2026-03-09T07:05:00+05:45");
}

#[test]
fn ports_are_the_same_only_when_they_are_the_same_objects() {
    let doubles = Doubles::default();
    let ports = doubles.ports();
    assert!(ports == ports.clone());
    assert!(ports != doubles.ports(), "another page in the same browser");
    assert!(ports != Doubles::default().ports());
}
