/**
 * Kinds of file systems on which other computers write. Source: the system's `linux/magic.h`, and the headers of
 * the file systems themselves. On FUSE lie, among others, sshfs and the shared folders of virtual machines.
 */
const names: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x65735546, 'FUSE'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x564c, 'NCP'],
  [0x786f4256, 'VirtualBox'],
  [0xbacbacbc, 'VMware'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
])

/**
 * The name of a network file system on Linux; null for every other. There the system reports what this computer
 * does itself and nothing that others do, so a probe file would be reported and prove nothing.
 */
export function networkFileSystem(type: number, platform: NodeJS.Platform = process.platform): string | null {
  // Some file systems give the number as a negative one of 32 bits.
  return platform === 'linux' ? (names.get(type >>> 0) ?? null) : null
}
