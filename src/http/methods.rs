//! The methods that an address knows, for an answer to one that it does not know.

use rocket::Request;
use rocket::http::Method;

/// The value of `Allow`, if the address exists and knows other methods than that of the request. Rocket says "not
/// found" there, too.
pub fn allowed_methods(request: &Request<'_>) -> Option<String> {
    let path = request.uri().path();
    let asked: Vec<&str> = path.raw_segments().map(|segment| segment.as_str()).collect();
    let mut methods: Vec<Method> = request
        .rocket()
        .routes()
        .filter(|route| {
            let known: Vec<&str> = route.uri.path().split('/').filter(|part| !part.is_empty()).collect();
            known.len() == asked.len()
                && known.iter().zip(&asked).all(|(known, asked)| known.starts_with('<') || known == asked)
        })
        .map(|route| route.method)
        .collect();
    if methods.is_empty() || methods.contains(&request.method()) {
        return None;
    }
    if methods.contains(&Method::Get) {
        methods.push(Method::Head);
    }
    methods.sort_by_key(|method| method.as_str());
    methods.dedup();
    Some(methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", "))
}
