//! The rule `must-not-reach-violated`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::{Code, Explanation, Finding, PlanCase, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::MustNotReachViolated,
    severities: &[Severity::Error],
    situation: text("A pair that must stay apart can be reached.", "禁止连通的组合可以连通。"),
    checks: text(
        "Whether a group reaches, in whole or in part, a data source that the plan forbids to it.",
        "资源组是否能（全部或部分）访问方案中禁止其访问的数据源。",
    ),
    why: text("The plan itself says that this must not be.", "这是方案自身的要求。"),
    example: text("The test group reaches the personnel database.", "测试资源组能够访问人事数据库。"),
    remedy: text(
        "Take away what opens the way: a whitelist entry, a route, an attachment.",
        "去掉放通它的配置：白名单条目、路由或网络接入。",
    ),
    sources: &[Source::Plan],
};

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    for (group, source, holds) in case.forbidden {
        if *holds == Some(false) {
            let at = [group.clone(), source.clone()];
            sink.push(Finding::new(Code::MustNotReachViolated, Severity::Error, at, Says::Plain));
        }
    }
}
