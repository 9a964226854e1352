using System.Security.Cryptography;

namespace JoinSets.Samples.HashFolder;

/// <summary>The SHA-256 of one file.</summary>
internal sealed record FileHash(string Path, string Hex, long Length)
{
    /// <summary>Blocks its thread while it reads, and asks between two reads whether it was aborted. (Where a read never ends, as with a named pipe, neither does this.)</summary>
    public static FileHash Of(string path, CancellationToken cancellationToken)
    {
        using FileStream file = File.OpenRead(path);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[128 * 1024];
        long length = 0;
        while (file.Read(buffer) is > 0 and int count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sha.AppendData(buffer, 0, count);
            length += count;
        }

        return new FileHash(path, Convert.ToHexStringLower(sha.GetHashAndReset()), length);
    }
}
