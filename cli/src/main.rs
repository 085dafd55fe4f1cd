//! The program `mindset`; everything is in the library.

fn main() -> std::process::ExitCode {
    mindset_commands::run()
}
