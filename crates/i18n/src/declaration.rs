//! How groups of texts are declared, and what each group can do.

use super::{Template, Text};

/// What is made of texts: a text, a template, some of the same kind, or a group of them.
pub trait Texts: Clone {
    /// The same with every text empty.
    const EMPTY: Self;

    /// Adds each of its texts to a list, in the order in which they are declared.
    fn add_to<'a>(&'a mut self, list: &mut Vec<&'a mut Text>);

    /// Its texts, in the order in which they are declared.
    fn list(&self) -> Vec<Text> {
        let (mut copy, mut list) = (self.clone(), Vec::new());
        copy.add_to(&mut list);
        list.into_iter().map(|text| *text).collect()
    }

    /// What such a list was made of; `None` for a list with fewer or more texts.
    fn from_list(texts: &[Text]) -> Option<Self> {
        let (mut made, mut list) = (Self::EMPTY, Vec::new());
        made.add_to(&mut list);
        if list.len() != texts.len() {
            return None;
        }
        list.into_iter()
            .zip(texts)
            .for_each(|(to, text)| *to = text);
        Some(made)
    }
}

impl Texts for Text {
    const EMPTY: Self = "";

    // Hundreds of fields call this; written out in each of them it is most of what reads them.
    #[inline(never)]
    fn add_to<'a>(&'a mut self, list: &mut Vec<&'a mut Text>) {
        list.push(self);
    }
}

impl Texts for Template {
    const EMPTY: Self = Self("");

    fn add_to<'a>(&'a mut self, list: &mut Vec<&'a mut Text>) {
        self.0.add_to(list);
    }
}

impl Texts for (Text, Text) {
    const EMPTY: Self = ("", "");

    fn add_to<'a>(&'a mut self, list: &mut Vec<&'a mut Text>) {
        self.0.add_to(list);
        self.1.add_to(list);
    }
}

impl<T: Texts, const N: usize> Texts for [T; N] {
    const EMPTY: Self = [T::EMPTY; N];

    fn add_to<'a>(&'a mut self, list: &mut Vec<&'a mut Text>) {
        self.iter_mut().for_each(|one| one.add_to(list));
    }
}

/// Declares a group of texts. A text with values is declared as the function that it becomes:
/// `of(n: usize, total: usize)` is a [`Template`] with the placeholders `{n}` and `{total}`, and a method
/// that fills them in.
macro_rules! texts {
    (
        $(#[$about:meta])* $name:ident {
            $($field:ident $(($($placeholder:ident: $value:ty),+))? $(: $kind:ty)?,)*
        }
    ) => {
        $(#[$about])*
        #[allow(missing_docs, reason = "the texts say themselves what they are")]
        #[derive(Clone)]
        pub struct $name {
            $(pub $field: $crate::declaration::kind!($(($($placeholder)+))? $($kind)?),)*
        }

        #[allow(missing_docs, reason = "the texts say themselves what they are")]
        impl $name {
            $($(
                pub fn $field(&self, $($placeholder: $value),+) -> String {
                    self.$field.fill(&[$((stringify!($placeholder), $placeholder.into())),+])
                }
            )?)*

            /// The same, as it is: does not compile where a template has other placeholders than those
            /// that are declared for it.
            pub const fn checked(self) -> Self {
                $($(
                    assert!(
                        self.$field.has_placeholders(&[$(stringify!($placeholder)),+]),
                        concat!("other placeholders than declared: ", stringify!($field))
                    );
                )?)*
                self
            }
        }

        impl $crate::declaration::Texts for $name {
            const EMPTY: Self = Self {
                $($field: $crate::declaration::Texts::EMPTY,)*
            };

            fn add_to<'a>(&'a mut self, list: &mut Vec<&'a mut $crate::Text>) {
                $($crate::declaration::Texts::add_to(&mut self.$field, list);)*
            }
        }
    };
}

/// The type of a declared text.
macro_rules! kind {
    (($($placeholder:ident)+)) => {
        $crate::Template
    };
    ($kind:ty) => {
        $kind
    };
}

/// Declares what groups of texts are together.
macro_rules! groups {
    ($(#[$about:meta])* $name:ident { $($(#[$about_group:meta])* $group:ident: $kind:ident,)* }) => {
        $(#[$about])*
        #[derive(Clone)]
        pub struct $name {
            $($(#[$about_group])* pub $group: $kind,)*
        }

        impl $name {
            /// The same, as it is: does not compile where a template has other placeholders than those
            /// that are declared for it.
            pub const fn checked(self) -> Self {
                Self { $($group: self.$group.checked(),)* }
            }
        }

        impl $crate::declaration::Texts for $name {
            const EMPTY: Self = Self { $($group: $crate::declaration::Texts::EMPTY,)* };

            fn add_to<'a>(&'a mut self, list: &mut Vec<&'a mut $crate::Text>) {
                $($crate::declaration::Texts::add_to(&mut self.$group, list);)*
            }
        }
    };
}

pub(crate) use {groups, kind, texts};
