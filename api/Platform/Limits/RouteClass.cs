namespace KediriLapor.Platform.Limits;

/// <summary>Requests that are counted together.</summary>
internal enum RouteClass
{
    /// <summary>Everything that reads and is in no other class.</summary>
    Read,

    /// <summary>Everything that writes and is in no other class.</summary>
    Write,

    /// <summary>New reports and their photos.</summary>
    Submit,

    /// <summary>What is asked while one types.</summary>
    Suggest,

    /// <summary>What opens with a code and a secret.</summary>
    Track,

    /// <summary>"Saya juga", following, and other things that a stranger can do many times over.</summary>
    Support,

    /// <summary>Passwords, tokens, links that sign somebody in.</summary>
    SignIn,
}
