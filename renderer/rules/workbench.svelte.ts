export const workbenchTabs = ['rules', 'types', 'sides', 'entities', 'index'] as const
export type WorkbenchTab = (typeof workbenchTabs)[number]

/** Which part of the rules is in hand. Lives as long as the window. */
class Workbench {
  tab = $state<WorkbenchTab>('rules')
  /** The rule whose editor is open. */
  openRuleId = $state<string | null>(null)

  toggle(ruleId: string): void {
    this.openRuleId = this.openRuleId === ruleId ? null : ruleId
  }

  openRule(ruleId: string): void {
    this.tab = 'rules'
    this.openRuleId = ruleId
  }
}

export const workbench = new Workbench()
