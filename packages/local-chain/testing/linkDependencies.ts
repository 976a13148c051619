import { mkdir, readFile, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Gives a folder the dependencies of a package of the workspace, as an installation would, without one.
 *
 * @param from The package's folder.
 * @param select Leaves out what the folder is to get otherwise.
 */
export async function linkDependencies({
  folder,
  from,
  select = () => true,
}: {
  folder: string
  from: string
  select?: (name: string) => boolean
}): Promise<void> {
  const manifest = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'))
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(select)) {
    const path = join(folder, 'node_modules', name)
    await mkdir(dirname(path), { recursive: true })
    await symlink(join(from, 'node_modules', name), path)
  }
}
