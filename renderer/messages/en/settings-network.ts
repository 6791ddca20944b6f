/** The way to the endpoint. */
export const network = {
  heading: 'Way to the endpoint',
  words: 'The connection test tells which way is taken.',
  proxy: 'Proxy',
  proxies: {
    system: { label: 'As this system says', description: 'Its proxy settings, also by a PAC script.' },
    none: { label: 'None', description: 'Straight to the endpoint, whatever the system says.' },
    address: { label: 'This proxy', description: 'Every call goes through the address below.' },
  },
  address: 'Address of the proxy',
  addressHint: 'Such as http://proxy.example:3128, without a user name.',
  certificates: 'Trust the certificates of this system',
  certificatesHint:
    'Needed where a company’s proxy looks into the traffic. Authorities that come with Intray are trusted in any case.',
}

/** When uploads may start. */
export const schedule = {
  heading: 'Schedule',
  enabled: 'Send only at certain hours',
  enabledHint: 'Files that are approved at other hours wait. What is under way is finished.',
  from: 'From',
  to: 'Until',
  nextDay: 'On the next day.',
  sameDay: 'On the same day.',
  days: 'Days on which it begins',
  dayNames: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
