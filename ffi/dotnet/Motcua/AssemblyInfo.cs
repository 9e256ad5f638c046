using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyTitle("Motcua")]
[assembly: AssemblyDescription("The deadline engine for Vietnam's one-stop public-service desks")]
[assembly: InternalsVisibleTo("Motcua.Tests")]
