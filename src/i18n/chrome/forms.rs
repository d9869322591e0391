//! The words of the inspector: labels of fields, choices and hints.

use super::words;

words! {
    /// The words of the inspector.
    Forms {
        inspector: "Properties", "属性";
        nothing: "Nothing selected", "未选中元素";
        selected: "Selected", "已选中";
        several: "elements selected", "个元素被选中";
        plan: "Plan", "方案";
        id: "Id", "ID";
        name: "Name", "名称";
        note: "Note", "备注";
        deselect: "Clear the selection", "取消选中";
        delete: "Delete", "删除";
        add: "Add", "添加";
        remove: "Remove", "移除";
        use_this: "Use", "改为";
        draft: "Typed earlier and not applied yet; Escape brings the old text back", "此前输入、尚未应用；按 Esc 恢复原内容";
        use_list: "Use the corrected list", "改用更正后的列表";

        unknown: "Not known", "未知";
        none: "None", "没有";
        list: "List", "列表";
        empty: "Empty", "空列表";
        default: "Default", "默认";
        not_checked: "Not checked", "不检查";
        one_per_line: "One per line; a pasted list is split", "每行一个；粘贴的列表会自动拆分";

        uid: "Account number", "账号 ID";
        site: "Site", "站点";
        same_site: "Same as everybody", "与其他账号相同";
        region: "Region", "地域";
        other_region: "Another region …", "其他地域…";
        region_id: "Region id", "地域 ID";
        region_empty: "A region id such as cn-hangzhou is needed.", "请填写地域 ID，例如 cn-hangzhou。";
        cidrs: "Blocks", "网段";
        cidrs_vpc_hint: "The primary block first, then secondary ones", "先填主网段，再填附加网段";
        cidrs_stand_in: "Not known: the addresses of the data sources inside stand in", "未知：以其中数据源的地址代替";
        cidr: "Block", "交换机网段";
        cloud_id: "Id in the cloud", "云上实例 ID";
        zone: "Zone", "可用区";
        provider: "Vendor", "云厂商";
        routes: "Route table: custom entries", "路由表：自定义条目";
        route_to: "Destination", "目标网段";
        route_via: "Next hop", "下一跳";
        no_connection: "Attach the network to a connection first.", "请先将该网络接入某个连接。";

        eips: "Elastic IP addresses", "弹性公网 IP（EIP）";
        previous_eips: "EIPs before a specification change", "变配之前的 EIP";
        snat: "SNAT entries for", "SNAT 条目范围";
        snat_vpc: "the whole VPC", "整个 VPC";
        snat_vswitches: "these vSwitches", "指定交换机";

        align: "Align and distribute", "对齐与分布";
        differs: "They differ", "各不相同";
        group_type: "Type", "类型";
        spec: "Specification", "规格";
        positive: "A number above 0 is needed, for example 2.", "请填写大于 0 的数字，例如 2。";
        cu: "Compute units (CU)", "计算单元（CU）";
        bindings: "Associated VPCs", "绑定的 VPC";
        bindings_none: "Not associated with any vSwitch.", "尚未绑定任何交换机。";
        bind_to: "Associate with vSwitch …", "绑定交换机…";
        vswitch: "vSwitch", "交换机";
        dataworks_routes: "DataWorks routes", "DataWorks 路由";
        dataworks_routes_hint: "Destinations added in the DataWorks console", "在 DataWorks 控制台添加的目标网段";
        security_group: "Security group", "安全组";
        security_group_default: "Basic, no custom rules", "普通安全组，无自定义规则";
        rules: "Rules", "规则";
        add_rule: "Add a rule", "添加规则";
        direction: "Direction", "方向";
        action: "Action", "策略";
        protocol: "Protocol", "协议";
        ports: "Ports", "端口";
        peer: "Authorization object", "授权对象";
        priority: "Priority", "优先级";

        product: "Product", "产品";
        addresses: "Addresses", "IP 地址";
        addresses_stand_in: "Not known: the block of the place stands in", "未知：以所在位置的网段代替";
        host: "Host name", "域名";
        port: "Port", "端口";
        endpoint: "Endpoint used", "使用的连接地址";
        endpoint_default: "Default", "默认";
        whitelist: "Whitelist", "白名单";
        whitelist_none: "No whitelist", "无白名单";
        whitelist_hint: "Entries exactly as in the console", "与控制台中的条目完全一致";
        whitelist_nobody: "Empty: admits nobody", "空列表：不允许任何来源";
        whitelist_off: "Empty: judged as admitting nobody. This product does not enforce an empty list: choose “No whitelist”",
            "空列表：按不允许任何来源判断。该产品的空列表不生效，请改选“无白名单”";

        connection_kind: "Kind", "类型";
        attachments: "Attached networks", "已接入的网络";
        attach: "Attach a network …", "接入网络…";
        attachment_state: "State", "状态";
        route_mode: "Routes", "路由";
        bandwidth: "Bandwidth between regions (Mbit/s)", "跨地域带宽（Mbps）";
        edition: "Transit router edition", "转发路由器版本";

        tasks: "Tasks", "任务";
        tasks_none: "No tasks: every resource group is judged with every data source.", "没有任务：每个资源组与每个数据源都会被判断。";
        add_task: "Add a task", "添加任务";
        task_group: "Resource group", "资源组";
        reads: "Reads from", "读取自";
        writes: "Writes to", "写入到";
        no_end: "none", "无";
        mode: "Runs as", "运行方式";
        threads: "Parallel threads", "并发线程数";
        must_not_reach: "Pairs that must not reach each other", "禁止连通的组合";
        needs_pair: "Needs a resource group and a data source.", "需要至少一个资源组和一个数据源。";
        needs_end: "A task needs at least one end: delete it instead.", "任务至少需要一端；如不需要，请直接删除任务。";
        place: "Lies in", "所在位置";
    }
}
