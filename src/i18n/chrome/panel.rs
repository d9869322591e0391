//! The words of the result panel, the whitelist card and the overview.

use super::words;

words! {
    /// The words around a result.
    Panel {
        result: "Result", "结果";
        empty_title: "No connection to judge yet", "还没有可判断的连接";
        empty_text: "Draw a resource group and a data source: every pair of the two is judged here at once.",
            "画出一个资源组和一个数据源，这里会立即判断每一对组合能否连通。";
        from_to: "reaches", "连通";
        path: "Path", "路径";
        path_hint: "Each station that the traffic passes", "流量经过的每一站";
        steps: "Steps", "步骤";
        steps_none: "Nothing to do.", "没有需要做的事。";
        steps_left: "left", "待办";
        step_by: "By", "负责方";
        step_why: "Why", "原因";
        step_page: "Official page", "官方文档（英文）";
        step_verify: "Check by hand; remembered in this browser only", "请人工确认；勾选状态仅保存在本浏览器中";
        step_outside: "Outside the drawing", "在画布之外";
        step_needs: "Enter the value, then press Enter or tick the step", "填写该值，然后按 Enter 或勾选该步骤";
        need_eip: "EIP", "弹性公网 IP（EIP）";
        need_address: "Address of the data source", "数据源地址";
        need_cidr: "CIDR block of the bound vSwitch", "所绑交换机的网段";
        need_mbps: "Bandwidth in Mbit/s", "带宽（Mbps）";
        need_whole: "Enter a number of Mbit/s above 0, for example 100.", "请填写大于 0 的数字（单位 Mbps），例如 100。";
        tick: "Done", "完成";
        questions: "Needs an answer", "需要补充的信息";
        answer: "Answer", "去填写";
        whitelist: "Whitelist", "白名单";
        whitelist_none: "This data source has no whitelist: nothing to add.", "该数据源没有白名单，无需添加。";
        whitelist_unknown: "The present entries are not known: enter them in the inspector.", "尚不知道现有的白名单条目，请在属性栏中填写。";
        whitelist_empty: "Nothing is needed and nothing is listed.", "无需添加，目前也没有条目。";
        whitelist_where: "Where to edit it", "在哪里修改";
        present: "present", "已有";
        missing: "missing", "缺少";
        unneeded: "not needed", "不需要";
        by_default: "default, may stay", "默认项，可保留";
        unreadable: "cannot be read", "无法识别";
        copy: "Copy", "复制";
        copied: "Copied", "已复制";
        copy_failed: "The browser refused: select and copy by hand", "浏览器拒绝复制，请手动选择并复制";
        copy_missing: "Copy what is missing", "复制缺少的条目";
        copy_merged: "Copy the merged list", "复制合并后的完整列表";
        findings: "Findings", "问题与提示";
        general: "Whole plan", "整个方案";
        general_none: "Nothing about the plan as a whole.", "整个方案没有其他问题。";
        errors: "Errors", "错误";
        warnings: "Warnings", "警告";
        infos: "Notes", "提示";
        for_example: "for example", "例如";
        entry: "entry", "条目";
        explain: "Explain", "说明";
        explain_loading: "Loading …", "正在加载…";
        explain_failed: "The explanation could not be loaded. Check the network connection, then open it again.",
            "无法加载说明。请检查网络连接，然后重新展开。";
        explain_checks: "What it checks", "检查内容";
        explain_why: "Why it matters", "为何重要";
        explain_example: "Example", "示例";
        explain_remedy: "Remedy", "处理方法";
        explain_source: "Source", "来源";
        explain_inferred: "inferred from", "推断自";
        explain_plan: "the plan itself", "方案自身的要求";
        sees: "The data source sees", "数据源看到的来源地址";
        sees_nothing: "not known yet", "暂不明确";
        not_modelled: "What this verdict does not look at", "该结论未考虑的内容";
        facts: "because", "依据";
        next: "What comes next", "接下来";
        next_text: "Once the connectivity test succeeds, configure the synchronization task:", "连通性测试通过后，即可配置同步任务：";

        overview: "All connections", "全部连接";
        overview_none: "No pair of resource group and data source yet.", "还没有资源组与数据源的组合。";
        verdict: "Verdict", "结论";
        resource_group: "Resource group", "资源组";
        data_source: "Data source", "数据源";
        scenario: "Scenario", "场景";
        tasks: "Tasks", "任务";
        task: "Task", "任务";
        reads: "Reads", "读取";
        writes: "Writes", "写入";
        forbidden: "Must not reach", "禁止连通";
        add_task: "Add a task", "添加任务";
        show: "Show", "展开";
        hide: "Hide", "收起";
    }
}
