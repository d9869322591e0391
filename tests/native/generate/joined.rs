//! Builds what joins things: connections with their routes, tasks, and the document around all of it.

use std::sync::Arc;

use proptest::sample::Index;
use reachplan::base::Id;
use reachplan::topology::*;

use super::build::{Builder, id, pick};
use super::{Join, Recipe};

impl Builder {
    pub(super) fn join(&mut self, number: usize, join: &Join) {
        let all = self.ids(&[KindName::Vpc, KindName::DataCenter, KindName::OtherCloud]);
        let mut connection = Connection::new(join.kind);
        connection.routes = join.routes;
        if join.kind == ConnectionKind::Cen {
            connection.bandwidth_mbps = join.bandwidth;
            connection.edition = join.edition;
        }
        let mut held = Vec::new();
        for (network, state) in &join.networks {
            let network = network.get(&all);
            let kind = self.nodes[network].kind.name();
            if connection.attachment(network).is_none() && admits(join.kind, &held, kind) {
                held.push(kind);
                connection.attachments.push(Attachment { network: network.clone(), state: *state });
            }
        }
        self.connections.insert(id("c", number), connection);
    }

    pub(super) fn routes(&mut self, recipe: &Recipe) {
        let connections: Vec<(Id, Connection)> = self.connections.clone().into_iter().collect();
        for (connection, network, to) in &recipe.routes {
            let Some((via, connection)) = pick(*connection, &connections) else {
                continue;
            };
            let Some(attachment) = pick(*network, &connection.attachments) else {
                continue;
            };
            let Some(to) = pick(*to, &self.blocks).copied() else {
                continue;
            };
            let routes = self.nodes.get_mut(&attachment.network).and_then(|node| node.kind.routes_mut());
            routes.expect("an attached node is a network").push(Route { to, via: via.clone() });
        }
    }

    pub(super) fn finish(mut self, recipe: &Recipe) -> Document {
        let groups = self.ids(&[KindName::ResourceGroup]);
        let sources = self.ids(&[KindName::DataSource]);
        for (number, (group, reads, writes, mode, threads)) in recipe.tasks.iter().enumerate() {
            let task = Task {
                name: recipe.name.clone(),
                resource_group: group.get(&groups).clone(),
                reads: reads.map(|reads| reads.get(&sources).clone()),
                writes: Some(writes.get(&sources).clone()),
                mode: *mode,
                threads: *threads,
            };
            self.tasks.insert(id("t", number), Arc::new(task));
        }
        let pair = |(group, source): &(Index, Index)| Forbidden {
            resource_group: group.get(&groups).clone(),
            data_source: source.get(&sources).clone(),
        };
        let drawn: Vec<Id> = self.nodes.keys().chain(self.connections.keys()).cloned().collect();
        let place = |(at, x, y, w): &(Index, f64, f64, Option<f64>)| {
            (at.get(&drawn).clone(), Place { x: *x, y: *y, w: *w, h: *w })
        };
        Document {
            title: recipe.title.clone(),
            layout: Arc::new(recipe.drawn.iter().map(place).collect()),
            topology: Arc::new(Topology {
                nodes: self.nodes.into_iter().map(|(id, node)| (id, Arc::new(node))).collect(),
                connections: self.connections.into_iter().map(|(id, held)| (id, Arc::new(held))).collect(),
                tasks: self.tasks,
                must_not_reach: recipe.forbidden.iter().map(pair).collect(),
            }),
        }
    }
}
