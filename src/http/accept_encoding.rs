//! Which compression a client takes (RFC 9110, section 12.5.3).

use rocket::http::HeaderMap;

use super::weighted_list::{is, lines, split, trim, weight};

/// A compression, the better one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// As it is registered for `Content-Encoding`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The one that a client likes best, of two the better one. `None` if it takes none, or does not say.
    pub fn preferred(headers: &HeaderMap<'_>) -> Option<Self> {
        let weighted = Self::ALL.map(|coding| (coding, coding.weight(headers)));
        let [better, other] = weighted;
        let (coding, weight) = if other.1 > better.1 { other } else { better };
        (weight > 0).then_some(coding)
    }

    /// In thousandths. What names the coding counts more than `*`.
    fn weight(self, headers: &HeaderMap<'_>) -> u16 {
        let (mut named, mut any) = (None, None);
        for item in lines(headers, "Accept-Encoding").flat_map(|line| split(line, ',')) {
            let mut parts = split(item, ';').map(trim);
            let name = parts.next().unwrap_or_default();
            let weight = weight(parts);
            if is(name, self.name()) {
                named = weight;
            } else if name == "*" {
                any = weight;
            }
        }
        named.or(any).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use rocket::http::Header;

    use super::*;

    #[test]
    fn the_client_decides_and_of_two_the_better_one_is_taken() {
        for (lines, expected) in [
            (&[][..], None),
            (&[""], None),
            (&["identity"], None),
            (&["gzip, deflate, br, zstd"], Some(Coding::Brotli)),
            (&["gzip, deflate"], Some(Coding::Gzip)),
            (&["GZIP"], Some(Coding::Gzip)),
            (&["deflate", "br"], Some(Coding::Brotli)),
            (&["br;q=0.5, gzip;q=0.8"], Some(Coding::Gzip)),
            (&["br;q=0, gzip"], Some(Coding::Gzip)),
            (&["br; q=0 , gzip; q=0"], None),
            (&["*"], Some(Coding::Brotli)),
            (&["br;q=0, *"], Some(Coding::Gzip)),
            (&["*;q=0"], None),
            (&["br;q=2"], None),
            (&["brotli, xgzip"], None),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.add(Header::new("Accept-Encoding", line.to_string()));
            }
            assert_eq!(Coding::preferred(&headers), expected, "{lines:?}");
        }
    }
}
