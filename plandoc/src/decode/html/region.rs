//! Is a tag inside something that is left out?

/// A region that is left out, until the element that opened it ends.
#[derive(Debug, Default)]
pub(super) struct Region {
    name: Option<String>,
    /// Elements of the same name opened inside.
    depth: usize,
}

impl Region {
    pub(super) fn is_open(&self) -> bool {
        self.name.is_some()
    }

    /// Leaves out all that follows until this element ends.
    pub(super) fn enter(&mut self, name: &str) {
        self.name = Some(name.to_owned());
        self.depth = 0;
    }

    /// An element that opens inside.
    pub(super) fn open(&mut self, name: &str) {
        self.depth += usize::from(self.name.as_deref() == Some(name));
    }

    /// An element that ends inside; the page's end ends everything.
    pub(super) fn close(&mut self, name: &str) {
        if self.name.as_deref() == Some(name) {
            match self.depth.checked_sub(1) {
                Some(depth) => self.depth = depth,
                None => self.name = None,
            }
        } else if name == "body" || name == "html" {
            self.name = None;
        }
    }
}
