//! The plan that is drawn from the answers to a few questions.

use reachplan::analysis::analyse;
use reachplan::scenario::Scenario;
use reachplan::session::{Answers, Shares, Whereabouts};
use reachplan::topology::{Document, GroupKind, KindName, Product};
use reachplan::verdict::Verdict;
use reachplan::wire;

/// Every kind of group with a database, a service of a region and a database of one's own, in every place.
fn every_answer() -> impl Iterator<Item = Answers> {
    let products = ["rds_mysql", "oss", "oracle"].map(|key| Product::from_key(key).unwrap());
    let pairs = [Shares::Same, Shares::Other].map(|a| [(a, Shares::Same), (a, Shares::Other)]).concat();
    GroupKind::ALL.into_iter().flat_map(move |group| {
        let pairs = pairs.clone();
        products.into_iter().flat_map(move |product| {
            let pairs = pairs.clone();
            Whereabouts::ALL.into_iter().flat_map(move |place| {
                let with = move |(account, region)| Answers { group, product, place, account, region };
                pairs.clone().into_iter().map(with)
            })
        })
    })
}

fn expected(answers: Answers) -> Scenario {
    match (answers.place, answers.account, answers.region) {
        (Whereabouts::Internet, ..) => Scenario::Internet,
        (Whereabouts::ClassicNetwork, ..) => Scenario::ClassicNetwork,
        (Whereabouts::DataCenter | Whereabouts::OtherCloud, ..) => Scenario::OutsideAlibabaCloud,
        (Whereabouts::AlibabaCloud, Shares::Other, _) => Scenario::OtherAccount,
        (Whereabouts::AlibabaCloud, Shares::Same, Shares::Other) => Scenario::OtherRegion,
        (Whereabouts::AlibabaCloud, Shares::Same, Shares::Same) => Scenario::SameAccountSameRegion,
    }
}

#[test]
fn the_drawing_has_the_scenario_that_was_answered() {
    for answers in every_answer() {
        let document = answers.document();
        let analysis = analyse(&document.topology);
        let [only] = analysis.connections.as_slice() else { panic!("one connection: {answers:?}") };
        assert_eq!(only.scenario, expected(answers), "{answers:?}");
        assert_ne!(only.verdict, Verdict::Invalid, "{answers:?}");
        let group = document.topology.resource_group(&only.resource_group).unwrap();
        let source = document.topology.data_source(&only.data_source).unwrap();
        assert_eq!((group.kind, source.product), (answers.group, answers.product));
    }
}

#[test]
fn the_drawing_can_be_kept_and_opened_again() {
    for answers in every_answer() {
        let document = answers.document();
        assert_eq!(wire::read(&wire::write(&document)), Ok(document), "{answers:?}");
    }
}

#[test]
fn what_the_questions_do_not_ask_is_left_to_the_planner() {
    let draw = |group, place, region| {
        let product = Product::from_key("rds_mysql").unwrap();
        Answers { group, product, place, account: Shares::Same, region }.document()
    };
    let count = |document: &Document, kind| {
        document.topology.nodes.values().filter(|node| node.kind.name() == kind).count()
    };
    let bound = |document: &Document| {
        let groups = document.topology.nodes.keys().filter_map(|id| document.topology.resource_group(id));
        groups.map(|group| group.bindings.len()).sum::<usize>()
    };
    let exclusive = GroupKind::ExclusiveDataIntegration;
    let beside = draw(exclusive, Whereabouts::AlibabaCloud, Shares::Same);
    assert_eq!((count(&beside, KindName::Vpc), bound(&beside)), (1, 0), "the step binds it");
    let far = draw(exclusive, Whereabouts::AlibabaCloud, Shares::Other);
    assert_eq!((count(&far, KindName::Vpc), bound(&far), far.topology.connections.len()), (2, 1, 0));
    let public = draw(exclusive, Whereabouts::Internet, Shares::Same);
    assert_eq!((count(&public, KindName::Vpc), bound(&public)), (0, 0));
    let serverless = draw(GroupKind::Serverless, Whereabouts::Internet, Shares::Same);
    assert_eq!(
        (count(&serverless, KindName::Vpc), bound(&serverless)),
        (1, 1),
        "its way out starts in a VPC"
    );
}
