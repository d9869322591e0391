//! The words around advice.

use super::words;

words! {
    /// The words around advice.
    Advice {
        ways: "Other ways", "其他连通方式";
        lead: "Lead time", "开通周期";
        cost: "Running cost", "持续费用";
        overlap: "Overlap", "网段重叠";
        admits: "Addresses to admit", "需放行的地址数";
        actors: "Who acts", "需要谁操作";
        present: "this plan", "当前方案";
        yes: "Yes", "可行";
        no: "No", "不可行";
        unclear: "Yes, with questions left", "可行，但仍有信息待确认";
        show_plan: "Show the plan", "查看方案";
        hide_plan: "Hide the plan", "收起方案";
        adopt: "Adopt this way", "采用此方式";
        adopted: "Adopted: the steps now follow this way", "已采用，步骤已按此方式更新";
        plan_by: "Plan", "方案";
        harms: "Worse off then", "会受影响的连接";
        source: "Classes as far as the official pages say; prices and times are to be verified.",
            "以上分类仅依据官方文档；价格与时长请自行核实。";
        widths: "Least privilege", "最小权限";
        widths_none: "Nothing admits or routes this connection yet.", "还没有与该连接相关的白名单、规则或路由。";
        opens: "opens", "放行";
        needs: "needed", "需要";
        not_decided: "not decided by the drawing", "图中信息不足，无法确定";
        smallest: "as small as it can be", "已是最小范围";
        serves_none: "not needed by this plan", "当前方案不需要";
        replace: "Replace by", "替换为";
        remove: "Remove", "移除";
        narrow: "Narrow it", "收窄";
        not_narrower: "Nothing narrower would do", "没有更小的可行范围";
        blast: "What breaks without it", "移除后的影响";
        blast_none: "breaks nothing", "没有影响";
        gone: "gone", "不再存在";
        more: "more", "更多";
        free: "Use the next free block", "使用下一个空闲网段";
        free_none: "No free block is left here", "这里没有空闲网段";
        hand_over: "Hand over", "按负责人分发";
        hand_over_none: "Nothing to do.", "没有需要做的事。";
        copy_part: "Copy this part", "复制此部分";
        copy_all: "Copy all parts", "复制全部";
    }
}
