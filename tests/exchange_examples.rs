//! The shipped examples: they load, hold the facts that the lessons need, and speak both languages.

use worthwhile::examples::{self, Example};
use worthwhile::exchange::json;
use worthwhile::model::{Comparison, IdSource, check};

fn load(key: &str) -> Comparison {
    let example: &Example = examples::find(key).expect("an example with this key");
    let mut all = examples::load(example, &mut IdSource::starting_at(1)).unwrap_or_else(|e| panic!("{key}: {e}"));
    assert_eq!(all.len(), 1, "{key}");
    all.remove(0)
}

#[test]
fn every_example_loads_is_sound_and_survives_a_round_trip() {
    for example in examples::ALL {
        let comparison = load(example.key);
        assert_eq!(comparison.header.example.as_deref(), Some(example.key));
        assert_eq!(check(&comparison), Ok(()));
        let again = json::read(&json::write(&[&comparison]), &mut IdSource::starting_at(1)).expect("it is read back");
        assert_eq!(again, [comparison]);
    }
}
