namespace KediriLapor.Routing;

/// <summary>Where each root of a text stands.</summary>
internal sealed class Occurrences
{
    /// <summary>Words that may stand between the words of a phrase.</summary>
    private const int Slack = 4;

    private readonly Dictionary<int, List<int>> _positions = [];
    private readonly HashSet<int> _forms = [];

    private readonly List<Heard> _heard;

    private Occurrences(List<Heard> heard)
    {
        _heard = heard;
        for (var i = 0; i < heard.Count; i++)
        {
            if (!heard[i].HasTopic)
            {
                continue;
            }

            _forms.Add(heard[i].Form);
            if (!_positions.TryGetValue(heard[i].Root, out var positions))
            {
                _positions[heard[i].Root] = positions = new List<int>(1);
            }

            positions.Add(i);
        }
    }

    public IReadOnlyCollection<int> Roots => _positions.Keys;

    public static Occurrences Of(List<Heard> heard) => new(heard);

    public int First(int root) => _positions[root][0];

    public int CountOf(int root) => _positions[root].Count;

    /// <summary>How much the root says where it says most.</summary>
    public float Trust(int root)
    {
        var best = 0f;
        foreach (var at in _positions[root])
        {
            best = Math.Max(best, _heard[at].Trust);
        }

        return best;
    }

    public bool HasForm(int form) => _forms.Contains(form);

    /// <summary>True when all the roots stand near one another somewhere, in any order.</summary>
    public bool Together(int[] roots)
    {
        var reach = roots.Length + Slack;
        foreach (var anchor in _positions[roots[0]])
        {
            if (Array.TrueForAll(roots, root => _positions[root].Exists(at => Math.Abs(at - anchor) < reach)))
            {
                return true;
            }
        }

        return false;
    }
}
