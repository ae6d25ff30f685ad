//! How is an answer held in few bytes, and sent as the client takes it?

use axum::{
    body::Bytes,
    http::{HeaderMap, header},
};
use brotli::{BrotliCompress, BrotliDecompress, enc::BrotliEncoderParams};

/// Work that goes into it, of 11: past it a page costs more than the network gains.
const EFFORT: i32 = 5;
/// Bytes below which a coding saves no packet.
const WORTH_IT: usize = 512;
/// Bytes that are packed without making other answers wait.
const AT_ONCE: usize = 32 << 10;

/// Bytes, compressed where that is worth it.
#[derive(Clone, Debug)]
pub(crate) struct Packed {
    bytes: Bytes,
    is_brotli: bool,
}

impl Packed {
    /// The bytes as they are.
    pub(crate) fn plain(bytes: Bytes) -> Self {
        Self { bytes, is_brotli: false }
    }

    /// The bytes of a text compressed, of anything else as they are.
    pub(crate) async fn of(bytes: Bytes, is_text: bool) -> Self {
        if !is_text || bytes.len() < WORTH_IT {
            return Self::plain(bytes);
        }
        if bytes.len() < AT_ONCE {
            return Self::now(bytes, EFFORT);
        }
        let own = bytes.clone();
        let packed = tokio::task::spawn_blocking(move || Self::now(own, EFFORT)).await;
        packed.unwrap_or(Self::plain(bytes))
    }

    /// The same with more or less work, of 11.
    pub(crate) fn now(bytes: Bytes, effort: i32) -> Self {
        let mut packed = Vec::with_capacity(bytes.len() / 4);
        let params = BrotliEncoderParams { quality: effort, size_hint: bytes.len(), ..Default::default() };
        match BrotliCompress(&mut bytes.as_ref(), &mut packed, &params) {
            Ok(_) if packed.len() < bytes.len() => Self { bytes: packed.into(), is_brotli: true },
            _ => Self::plain(bytes),
        }
    }

    /// Bytes in memory.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// What is sent to who asks with these headers, and its coding.
    pub(crate) fn sent(&self, asked: &HeaderMap) -> (Bytes, Option<&'static str>) {
        if !self.is_brotli {
            return (self.bytes.clone(), None);
        }
        if takes_brotli(asked) {
            return (self.bytes.clone(), Some("br"));
        }
        let mut bytes = Vec::with_capacity(self.bytes.len() * 8);
        // What was packed here unpacks: memory alone could fail.
        if let Err(error) = BrotliDecompress(&mut self.bytes.as_ref(), &mut bytes) {
            tracing::error!(%error, "a kept answer could not be unpacked");
        }
        (bytes.into(), None)
    }
}

/// Whether a client takes brotli (RFC 9110, 12.5.3).
fn takes_brotli(asked: &HeaderMap) -> bool {
    let values = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let is_brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map(str::parse::<f32>);
        is_brotli && weight.is_none_or(|weight| weight.is_ok_and(|weight| weight > 0.0))
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn asking(codings: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(codings))])
    }

    #[tokio::test]
    async fn what_is_packed_comes_out_as_it_was() {
        for length in [0, 10, WORTH_IT, AT_ONCE + 1] {
            let text = Bytes::from("Kế hoạch ".repeat(length));
            let packed = Packed::of(text.clone(), true).await;
            assert_eq!(packed.sent(&HeaderMap::new()), (text.clone(), None), "{length}");
            assert_eq!(packed.sent(&asking("gzip, br")).1.is_some(), text.len() >= WORTH_IT, "{length}");
            assert!(packed.len() <= text.len());
        }
    }

    #[test]
    fn codings_that_are_refused_are_not_sent() {
        for takes in ["br", "gzip, deflate, br", "gzip;q=0.5, BR;q=0.1", "br, zstd"] {
            assert!(takes_brotli(&asking(takes)), "{takes}");
        }
        for takes in ["", "gzip", "br;q=0", "br;q=0.0, gzip", "brotli", "*"] {
            assert!(!takes_brotli(&asking(takes)), "{takes}");
        }
    }
}
