using System.Globalization;

namespace KediriLapor.Benchmarks;

/// <summary>A command line that cannot be understood.</summary>
internal sealed class OptionException(string message) : Exception(message);

/// <summary>Reads <c>--name 123</c> pairs, whole numbers above zero, and plain words between them.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string> words = [];

    /// <param name="known">The options and words that mean something.</param>
    /// <exception cref="OptionException">Something is unknown, or a number is missing.</exception>
    public Options(string[] args, params string[] known)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!known.Contains(args[i]))
            {
                throw new OptionException($"{args[i]} is not understood");
            }

            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
            }
            else if (i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0)
            {
                numbers[args[i++]] = value;
            }
            else
            {
                throw new OptionException($"{args[i]} needs a whole number above zero");
            }
        }
    }

    public IReadOnlyList<string> Words => words;

    public int this[string name, int otherwise] => numbers.GetValueOrDefault(name, otherwise);
}
