# Builds Domicile's installer for Windows with its own Java inside: packaging\package.ps1, into target\package.
# Needs Maven, a JDK 25 in JAVA_HOME, and WiX on the path, which jpackage uses for the .msi.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
if (-not $env:JAVA_HOME) { throw 'package: set JAVA_HOME to a JDK 25 or newer' }
$bin = Join-Path $env:JAVA_HOME 'bin'
$work = 'target\package'
Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue

function Run { param([string]$program, [string[]]$arguments)
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "package: $program failed with $LASTEXITCODE" }
}

Run mvn @('-q', '-B', '-ntp', '-P', 'release', '-DskipTests', '-Dmaven.test.skip=true', 'package')
$version = ([xml](Get-Content pom.xml)).project.version
New-Item -ItemType Directory -Force "$work\input\lib", "$work\content\doc" | Out-Null
Copy-Item target\domicile.jar "$work\input"
Copy-Item target\lib\* "$work\input\lib"
Copy-Item LICENSE, README.md, target\bom.json, target\THIRD-PARTY.txt "$work\content\doc"

# The same modules as in packaging/package.
$modules = 'java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.scripting,' +
    'java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.localedata,jdk.net,jdk.unsupported,' +
    'jdk.unsupported.desktop,jdk.zipfs'
Run "$bin\jlink" @('--add-modules', $modules, '--include-locales=en,de,fr', '--strip-debug', '--no-header-files', '--no-man-pages',
    '--output', "$work\runtime")

# Windows tells programs with a console from those without: one launcher of each kind.
'win-console=true' | Set-Content "$work\cli.properties"
Run "$bin\jpackage" @('--type', 'app-image', '--name', 'Domicile', '--app-version', $version, '--vendor', 'The Domicile project',
    '--icon', 'packaging\icons\domicile.ico', '--dest', "$work\image", '--input', "$work\input", '--main-jar', 'domicile.jar',
    '--runtime-image', "$work\runtime", '--app-content', "$work\content\doc", '--add-launcher', "domicile-cli=$work\cli.properties",
    '--java-options', '--enable-native-access=ALL-UNNAMED', '--java-options', '--sun-misc-unsafe-memory-access=allow',
    '--java-options', '-XX:+UseSerialGC', '--java-options', '-XX:TieredStopAtLevel=1',
    '--java-options', '-XX:AOTCache=$APPDIR\domicile.aot')

# One start of the very program that is packaged records the cache.
$config = "$work\image\Domicile\app\Domicile.cfg"
$kept = Get-Content $config -Raw
$kept.Replace('-XX:AOTCache=', '-XX:AOTCacheOutput=') | Set-Content $config -NoNewline
$env:JAVA_TOOL_OPTIONS = '-Ddomicile.startup=train -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining'
$env:DOMICILE_REGISTER = "$work\training"
try { Run "$work\image\Domicile\Domicile.exe" @() } finally { Remove-Item Env:JAVA_TOOL_OPTIONS, Env:DOMICILE_REGISTER }
$kept | Set-Content $config -NoNewline

Run "$bin\jpackage" @('--type', 'msi', '--name', 'Domicile', '--app-version', $version, '--app-image', "$work\image\Domicile",
    '--dest', $work, '--license-file', 'LICENSE', '--file-associations', 'packaging\workload.properties',
    '--win-menu', '--win-shortcut', '--win-per-user-install')
Get-ChildItem "$work\*.msi"
