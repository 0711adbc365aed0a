using System.Text.Json.Serialization;

namespace KediriLapor.Platform;

/// <summary>A thing of the reference data as every answer names it.</summary>
/// <param name="NameEn">In English, of services and their groups; left out of what has none.</param>
public sealed record Named(string Code, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NameEn = null);
