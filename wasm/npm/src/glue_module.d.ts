declare module "motcua-glue" {
  const makeInstance: () => import("./glue.js").Instance;
  export default makeInstance;
}
// The two entries for Node need this much of it, and no package of types.
declare module "node:fs/promises" {
  export function readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
}
