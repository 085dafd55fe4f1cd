//! What talk codes, seals and QR codes promise.

mod faults;
mod identity;
mod qr;
mod seals;
mod support;
mod withheld;
mod written;
