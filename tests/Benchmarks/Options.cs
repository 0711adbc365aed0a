using System.Globalization;

namespace KediriLapor.Benchmarks;

/// <summary>A command line that cannot be understood.</summary>
internal sealed class OptionException(string message) : Exception(message);

/// <summary>Reads <c>--name 123</c> pairs; every option is a whole number above zero.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, int> given = [];

    /// <exception cref="OptionException">An option is unknown or no number.</exception>
    public Options(string[] args, params string[] known)
    {
        for (var i = 0; i < args.Length; i += 2)
        {
            given[args[i]] = known.Contains(args[i]) && i + 1 < args.Length
                && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
                ? value
                : throw new OptionException($"{args[i]} is not understood");
        }
    }

    public int this[string name, int otherwise] => given.GetValueOrDefault(name, otherwise);
}
