//! Compares the engines with the standard and with each other.

use super::wrong::Wrong;
use super::*;

fn engines() -> [Engine; 2] {
    [Engine::reference(2).expect("threads"), Engine::Simd]
}

/// RFC 9106, section 5: all three variants, with a secret and associated data.
#[test]
fn the_vectors_of_the_standard() {
    let vectors = [
        (Algorithm::Argon2d, "512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb"),
        (Algorithm::Argon2i, "c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8"),
        (Algorithm::Argon2id, "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"),
    ];
    for engine in engines() {
        let mut arena = engine.arena();
        for (algorithm, expected) in vectors {
            let input = Input {
                algorithm,
                version: Version::V0x13,
                parameters: Parameters::new(32, 3, 4).expect("valid"),
                password: &[1; 32],
                salt: &[2; 16],
                secret: &[3; 8],
                data: &[4; 12],
            };
            for threads in 1..=4 {
                let mut tag = [0; 32];
                arena.tag(input, threads, &mut tag).expect("a tag");
                let tag: String = tag.iter().map(|octet| format!("{octet:02x}")).collect();
                assert_eq!(tag, expected, "{engine}, {algorithm:?}, {threads} threads");
            }
        }
    }
}

/// Pseudo-random numbers, the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let octets = self.0.to_be_bytes();
        u32::from_be_bytes([octets[0], octets[1], octets[2], octets[3]]) % end
    }

    fn from(&mut self, range: std::ops::RangeInclusive<u32>) -> u32 {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    fn octets(&mut self, lengths: std::ops::RangeInclusive<u32>) -> Vec<u8> {
        (0..self.from(lengths)).map(|_| self.below(256) as u8).collect()
    }
}

/// One arena of each engine computes all tags, so that remains of one hash would change the next.
#[test]
fn the_engines_agree_on_thousands_of_inputs() {
    let [mut reference, mut simd] = engines().map(|engine| engine.arena());
    let mut dice = Dice(20_261_122);
    for round in 0..4_000 {
        let lanes = if round % 10 == 0 { dice.from(1..=64) } else { dice.from(1..=6) };
        let most = if round % 400 == 0 { 20_000 } else { 300 };
        let memory_kib = 8 * lanes + dice.below(most);
        let passes = dice.from(1..=4);
        let parameters = Parameters::new(memory_kib, passes, lanes).expect("valid");
        let (password, salt) = (dice.octets(0..=140), dice.octets(8..=48));
        let (secret, data) = (dice.octets(0..=80), dice.octets(0..=32));
        let algorithm = [Algorithm::Argon2d, Algorithm::Argon2i, Algorithm::Argon2id][dice.below(3) as usize];
        let version = [Version::V0x10, Version::V0x13][dice.below(2) as usize];
        let (password, salt, secret, data) = (&password[..], &salt[..], &secret[..], &data[..]);
        let input = Input { algorithm, version, parameters, password, salt, secret, data };
        let mut tags = [(); 2].map(|()| vec![0; 4]);
        let octets = dice.from(4..=64) as usize;
        tags.iter_mut().for_each(|tag| tag.resize(octets, 0));
        let [ours, theirs] = &mut tags;
        simd.tag(input, dice.from(1..=4) as usize, ours).expect("a tag");
        reference.tag(input, 1, theirs).expect("a tag");
        assert_eq!(ours, theirs, "round {round}: {algorithm:?} {version:?} {parameters}, {octets} octets");
    }
}

/// An engine that is wrong in one bit of its fourth tag.
fn wrong_now_and_then() -> impl Arena {
    let mut tags = 0;
    Wrong(Engine::Simd.arena(), move |_: Input<'_>, tag: &mut [u8]| {
        tags += 1;
        tag[7] ^= u8::from(tags == 4);
    })
}

#[test]
fn an_engine_that_is_wrong_is_found_out() {
    let [reference, simd] = engines();
    assert_eq!(cross_check(simd.arena().as_mut(), reference.arena().as_mut()), Ok(()));
    let told = cross_check(&mut wrong_now_and_then(), reference.arena().as_mut());
    assert_eq!(told, Err("another tag for m=256,t=2,p=4".to_owned()));
    let chosen = Engine::choose_by(EngineChoice::Auto, 1, &mut wrong_now_and_then());
    assert!(matches!(chosen, Ok(Engine::Reference(_))));
    assert!(matches!(Engine::choose(EngineChoice::Reference, 1), Ok(Engine::Reference(_))));
    let chosen = Engine::choose(EngineChoice::Auto, 1);
    assert_eq!(matches!(chosen, Ok(Engine::Simd)), simd::is_faster());
}

#[test]
fn an_engine_that_is_wrong_in_large_segments_is_found_out() {
    let [reference, simd] = engines();
    // An engine that does not renew address blocks, which small hashes do not detect.
    let mut wrong = Wrong(simd.arena(), |input: Input<'_>, tag: &mut [u8]| {
        let segment = input.parameters.memory_kib() / (4 * input.parameters.lanes());
        tag[0] ^= u8::from(segment > 128);
    });
    let told = cross_check(&mut wrong, reference.arena().as_mut());
    assert_eq!(told, Err("another tag for m=2100,t=1,p=1".to_owned()));
}
