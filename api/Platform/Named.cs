namespace KediriLapor.Platform;

/// <summary>A thing of the reference data as every answer names it.</summary>
public sealed record Named(string Code, string Name);
