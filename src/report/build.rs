//! Puts an analysis into words.

use crate::analysis::{Analysis, Assessed, Overview};
use crate::base::{Block, Id, block_text};
use crate::i18n::{self, Language, Names};
use crate::plan::{StepState, Tunnel};
use crate::report::{
    Connection, Finding, ForbiddenResult, Hop, PlanWide, Question, Report, Step, TaskResult, WhitelistResult,
};
use crate::topology::Topology;

/// The report of an analysis.
pub fn report(topology: &Topology, analysis: &Analysis, language: Language) -> Report {
    let names = Names { topology, language };
    let PlanWide { verdict, tasks, must_not_reach, findings, questions, not_modelled } =
        plan_wide(topology, &analysis.overview, language);
    let connections = analysis.connections.iter().map(|assessed| in_words(&names, assessed)).collect();
    Report { reachplan: 1, verdict, connections, tasks, must_not_reach, findings, questions, not_modelled }
}

/// What belongs to no single connection.
pub fn plan_wide(topology: &Topology, overview: &Overview, language: Language) -> PlanWide {
    let names = Names { topology, language };
    let tasks = overview.tasks.iter().map(|task| TaskResult {
        task: task.task.to_string(),
        verdict: task.verdict,
        reads: task.reads,
        writes: task.writes,
    });
    let forbidden = overview.forbidden.iter().map(|(group, source, holds)| ForbiddenResult {
        resource_group: group.to_string(),
        data_source: source.to_string(),
        holds: *holds,
    });
    PlanWide {
        verdict: overview.verdict(),
        tasks: tasks.collect(),
        must_not_reach: forbidden.collect(),
        findings: overview.findings.iter().map(|finding| finding_in_words(&names, finding)).collect(),
        questions: overview.questions.iter().map(|question| question_in_words(&names, question)).collect(),
        not_modelled: i18n::not_modelled(language),
    }
}

/// The result for one pair.
pub fn connection(topology: &Topology, assessed: &Assessed, language: Language) -> Connection {
    in_words(&Names { topology, language }, assessed)
}

fn in_words(names: &Names<'_>, assessed: &Assessed) -> Connection {
    let hops = assessed.hops.iter().map(|hop| Hop {
        kind: hop.kind,
        at: hop.at.to_string(),
        status: hop.status,
        codes: hop.codes.clone(),
    });
    Connection {
        resource_group: assessed.resource_group.to_string(),
        data_source: assessed.data_source.to_string(),
        scenario: assessed.scenario,
        because: assessed.because.iter().map(|fact| i18n::because(names, fact)).collect(),
        verdict: assessed.verdict,
        path: assessed.path.iter().map(Id::to_string).collect(),
        hops: hops.collect(),
        source_addresses: texts(&assessed.source_addresses),
        whitelist: assessed.whitelist.as_ref().map(|(required, missing)| WhitelistResult {
            required: texts(required),
            missing: texts(missing),
        }),
        findings: assessed.findings.iter().map(|finding| finding_in_words(names, finding)).collect(),
        steps: assessed.steps.iter().map(|taken| step_in_words(names, taken)).collect(),
        questions: assessed.questions.iter().map(|question| question_in_words(names, question)).collect(),
    }
}

fn finding_in_words(names: &Names<'_>, finding: &crate::rules::Finding) -> Finding {
    Finding {
        code: finding.code,
        severity: finding.severity,
        at: finding.at.iter().map(Id::to_string).collect(),
        addresses: texts(&finding.addresses),
        witness: finding.witness.map(|address| address.to_string()),
        entry: finding.entry.as_ref().map(|entry| entry.0.clone()),
        message: i18n::finding(names, finding),
    }
}

/// One step in words.
pub fn step(topology: &Topology, step: &crate::plan::Step, language: Language) -> Step {
    step_in_words(&Names { topology, language }, step)
}

/// One finding in words.
pub fn finding(topology: &Topology, finding: &crate::rules::Finding, language: Language) -> Finding {
    finding_in_words(&Names { topology, language }, finding)
}

fn step_in_words(names: &Names<'_>, step: &crate::plan::Step) -> Step {
    let page = i18n::page_of(names.topology, &step.act);
    Step {
        action: step.act.name(),
        at: step.act.at().to_string(),
        state: step.state,
        values: {
            let mut values = step.act.values();
            Tunnel::add_values(names.topology, step, &mut values);
            values
        },
        outside: step.act.is_outside(),
        needs: if step.state == StepState::Done {
            Vec::new()
        } else {
            step.act.needs().iter().map(ToString::to_string).collect()
        },
        who: i18n::who(names, &step.who),
        console: page.console(names.language),
        doc_url: page.url(),
        text: i18n::step(names, &step.act),
        cures: step.cures.clone(),
        details: if step.state == StepState::Done { Vec::new() } else { i18n::step_details(names, step) },
        why: i18n::why(names, &step.act),
        doc_date: page.dated(names.language),
        edit: if step.state == StepState::ToDo { step.edit() } else { None },
        act: step.act.clone(),
    }
}

fn question_in_words(names: &Names<'_>, question: &crate::analysis::Question) -> Question {
    Question {
        about: question.about.to_string(),
        fact: question.fact.to_owned(),
        text: i18n::question(names, question),
    }
}

fn texts(blocks: &[Block]) -> Vec<String> {
    blocks.iter().map(|block| block_text(*block)).collect()
}
