/** The window's views, in the order of their keys; where each stands in the rail is the rail's own affair. */
export const viewNames = [
  'review',
  'problems',
  'uploads',
  'history',
  'rules',
  'settings',
  'folders',
  'reports',
] as const
export type ViewName = (typeof viewNames)[number]
