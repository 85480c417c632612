/** A message that the host pushes: category, type, target, JSON text, id, whether from another user. */
export type HostMessage = readonly [
  category: number,
  type: number,
  target: string,
  message: string,
  id: number,
  isRemote: boolean,
];
