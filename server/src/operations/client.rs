//! Who asks?
//!
//! A client is told from others for its limit alone, and only as far as that needs: no address is
//! kept past a minute, logged or shown.

use std::net::{IpAddr, Ipv6Addr};

use axum::{extract::Request, http::HeaderMap};

/// Who is at the other end of the connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// Where a proxy writes down whom it asks for.
const FORWARDED: &str = "x-forwarded-for";

/// Addresses whose word is taken for who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpAddr>);

/// An address that is none.
#[derive(Debug, thiserror::Error)]
#[error(
    "\"{0}\" is no address of a proxy; expected addresses with commas between, such as 10.1.0.4,2001:db8::4"
)]
pub struct NoAddress(String);

impl Proxies {
    /// Addresses with commas between.
    pub fn parse(list: &str) -> Result<Self, NoAddress> {
        let words = list.split(',').map(str::trim).filter(|word| !word.is_empty());
        let addresses = words.map(|word| word.parse().map_err(|_| NoAddress(word.to_owned())));
        Ok(Self(addresses.collect::<Result<_, _>>()?))
    }

    fn holds(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

/// A client as limits tell it from others: of IPv6 the network of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Client(IpAddr);

impl Client {
    /// Who asks; none for this machine itself and where it is not known.
    pub(crate) fn of(request: &Request, proxies: &Proxies) -> Option<Self> {
        let Peer(peer) = *request.extensions().get::<Peer>()?;
        let peer = peer.to_canonical();
        if !peer.is_loopback() && !proxies.holds(peer) {
            return Some(Self::at(peer));
        }
        // A proxy adds whom it was asked by at the end; what stands before may be made up.
        let asked_for = last_forwarded(request.headers())?.to_canonical();
        (!asked_for.is_loopback()).then(|| Self::at(asked_for))
    }

    fn at(address: IpAddr) -> Self {
        Self(match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
            }
        })
    }
}

fn last_forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all(FORWARDED).iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().trim_matches(['[', ']']).parse().ok()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn client(peer: &str, forwarded: Option<&str>) -> Option<Client> {
        let mut request = Request::builder();
        if let Some(forwarded) = forwarded {
            request = request.header(FORWARDED, forwarded);
        }
        let mut request = request.body(Body::empty()).unwrap();
        request.extensions_mut().insert(Peer(peer.parse().unwrap()));
        Client::of(&request, &Proxies::parse("10.0.0.1, 2001:db8::1").unwrap())
    }

    fn at(address: &str) -> Client {
        Client(address.parse().unwrap())
    }

    #[test]
    fn who_asks_by_itself_is_told_by_its_address() {
        assert_eq!(client("192.0.2.7", None), Some(at("192.0.2.7")));
        assert_eq!(client("::ffff:192.0.2.7", None), Some(at("192.0.2.7")));
        assert_eq!(client("2001:db8:1:2:3:4:5:6", None), Some(at("2001:db8:1:2::")));
    }

    #[test]
    fn a_proxy_says_who_asks_and_nobody_else_does() {
        for proxy in ["10.0.0.1", "2001:db8::1", "127.0.0.1"] {
            assert_eq!(client(proxy, Some("6.6.6.6, 192.0.2.7")), Some(at("192.0.2.7")), "{proxy}");
        }
        assert_eq!(client("192.0.2.7", Some("198.51.100.1")), Some(at("192.0.2.7")));
    }

    #[test]
    fn the_machine_itself_is_no_client() {
        for forwarded in [None, Some("::1"), Some("unknown"), Some("")] {
            assert_eq!(client("127.0.0.1", forwarded), None, "{forwarded:?}");
        }
    }

    #[test]
    fn what_is_no_address_is_named() {
        let error = Proxies::parse("10.0.0.1, proxy.example").unwrap_err().to_string();
        assert!(error.contains("\"proxy.example\"") && error.contains("expected"), "{error}");
    }
}
