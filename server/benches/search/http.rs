//! How is an address asked with as little work as can be?
//!
//! A blocking socket that stays open: the load generator shares the processors with
//! whom it asks.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
};

use super::engine::Outcome;

/// An open connection.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    /// The last answer.
    pub(crate) body: Vec<u8>,
}

impl Connection {
    /// To a host with its port.
    pub(crate) fn open(host: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            host: host.to_owned(),
            body: Vec::new(),
        })
    }

    /// Gets a path into [`Self::body`]; gives the status.
    pub(crate) fn get(&mut self, path: &str) -> Outcome<u16> {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: application/json\r\n\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).ok_or_else(|| format!("no status in {line:?}"))?.parse()?;
        let (mut length, mut chunked) = (0, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse()?,
                "transfer-encoding" => chunked = value.trim() == "chunked",
                _ => {}
            }
        }
        self.body.clear();
        if !chunked {
            self.append(length)?;
        }
        while chunked {
            line.clear();
            self.stream.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim_end(), 16)?;
            self.append(size)?;
            line.clear();
            self.stream.read_line(&mut line)?;
            chunked = size > 0;
        }
        Ok(status)
    }

    fn append(&mut self, bytes: usize) -> Outcome<()> {
        let held = self.body.len();
        self.body.resize(held + bytes, 0);
        Ok(self.stream.read_exact(&mut self.body[held..])?)
    }
}

/// A value as it may stand in an address.
pub(crate) fn encoded(value: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    value
        .bytes()
        .map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
